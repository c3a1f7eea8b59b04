<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="nl_NL">
<context>
    <name>AboutSection</name>
    <message>
        <source>Casus {0}</source>
        <translation>Casus {0}</translation>
    </message>
    <message>
        <source>Deze computer</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>Onderdelen van anderen</source>
        <translation>Parts made by others</translation>
    </message>
    <message>
        <source>Sneltoetsen</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Vrije software onder de EUPL-1.2. Geen netwerk, geen telemetrie: alles blijft op deze computer.</source>
        <translation>Free software under the EUPL-1.2. No network, no telemetry: everything stays on this computer.</translation>
    </message>
</context>
<context>
    <name>AcceptPanel</name>
    <message>
        <source>Accepteren</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Blijven waar ze zijn</source>
        <translation>Stay where they are</translation>
    </message>
    <message>
        <source>Casus overgedragen</source>
        <translation>Case transferred</translation>
    </message>
    <message>
        <source>Gaan mee naar de collega</source>
        <translation>Go along to the colleague</translation>
    </message>
    <message>
        <source>Overdracht accepteren</source>
        <translation>Accept transfer</translation>
    </message>
    <message>
        <source>{0} · van {1} aan {2} · aangeboden {3}</source>
        <translation>{0} · from {1} to {2} · offered {3}</translation>
    </message>
</context>
<context>
    <name>AccessPage</name>
    <message>
        <source>Beoordelen</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Elke keer dat een afgeschermd dossier met een reden is geopend. Laat een ander meekijken.</source>
        <translation>Every time a restricted dossier was opened with a reason. Let someone else look along.</translation>
    </message>
    <message>
        <source>Elke noodinzage is beoordeeld.</source>
        <translation>Every emergency access was reviewed.</translation>
    </message>
    <message>
        <source>Er is nog geen afgeschermd dossier geopend.</source>
        <translation>No restricted dossier was opened yet.</translation>
    </message>
    <message>
        <source>Hier moet nog iemand naar kijken: een dossier is met een reden geopend.</source>
        <translation>Someone still has to look at this: a dossier was opened with a reason.</translation>
    </message>
    <message>
        <source>Noodinzage</source>
        <translation>Emergency access</translation>
    </message>
    <message>
        <source>Oordeel</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Van wie</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Waarom</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>noodinzage</source>
        <translation>emergency access</translation>
    </message>
    <message>
        <source>noodinzages</source>
        <translation>emergency accesses</translation>
    </message>
    <message>
        <source>staat in het dossier</source>
        <translation>stands in the dossier</translation>
    </message>
</context>
<context>
    <name>AccessVerdictForm</name>
    <message>
        <source>Het liefst een ander dan wie het dossier opende.</source>
        <translation>Preferably someone else than who opened the dossier.</translation>
    </message>
    <message>
        <source>Toelichting</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Was het terecht?</source>
        <translation>Was it justified?</translation>
    </message>
    <message>
        <source>Wie keek mee?</source>
        <translation>Who looked along?</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nee</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>AccountTab</name>
    <message>
        <source>Aangemeld door</source>
        <translation>Referred by</translation>
    </message>
    <message>
        <source>Afgesloten</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Afsluiting</source>
        <translation>Closure</translation>
    </message>
    <message>
        <source>Alles in het logboek</source>
        <translation>Everything in the log</translation>
    </message>
    <message>
        <source>Beoordelen</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Casus toewijzen</source>
        <translation>Assign case</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Gedeeld met anderen</source>
        <translation>Shared with others</translation>
    </message>
    <message>
        <source>Geopend</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>Grondslag</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Grondslag en criteria wijzigen</source>
        <translation>Change basis and criteria</translation>
    </message>
    <message>
        <source>Grondslag en informeren</source>
        <translation>Legal basis and informing</translation>
    </message>
    <message>
        <source>Hertoets vastleggen</source>
        <translation>Record review</translation>
    </message>
    <message>
        <source>Hertoets: is het nog nodig en in verhouding?</source>
        <translation>Review: is it still needed and proportionate?</translation>
    </message>
    <message>
        <source>Hoe het gaat</source>
        <translation>How it is going</translation>
    </message>
    <message>
        <source>Niet meer nodig</source>
        <translation>No longer needed</translation>
    </message>
    <message>
        <source>Nodig en in verhouding</source>
        <translation>Necessary and proportionate</translation>
    </message>
    <message>
        <source>Nog niet hertoetst.</source>
        <translation>Not reviewed yet.</translation>
    </message>
    <message>
        <source>Nog niets gedeeld.</source>
        <translation>Nothing shared yet.</translation>
    </message>
    <message>
        <source>Nog nodig</source>
        <translation>Still needed</translation>
    </message>
    <message>
        <source>Nog te beoordelen</source>
        <translation>To be reviewed</translation>
    </message>
    <message>
        <source>Noodinzage</source>
        <translation>Emergency access</translation>
    </message>
    <message>
        <source>Persoon geïnformeerd</source>
        <translation>Person informed</translation>
    </message>
    <message>
        <source>Persoon informeren</source>
        <translation>Tell the person</translation>
    </message>
    <message>
        <source>Persoon weet ervan</source>
        <translation>Person knows</translation>
    </message>
    <message>
        <source>Reden</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Toelichting</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>Verantwoording</source>
        <translation>Accountability</translation>
    </message>
    <message>
        <source>Verbeteren</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Verstrekking vastleggen</source>
        <translation>Record data sharing</translation>
    </message>
    <message>
        <source>Vervallen</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Volgende: {0}</source>
        <translation>Next: {0}</translation>
    </message>
    <message>
        <source>Wie eraan werkt</source>
        <translation>Who works on it</translation>
    </message>
    <message>
        <source>Wie zag en wijzigde dit dossier</source>
        <translation>Who saw and changed this dossier</translation>
    </message>
    <message>
        <source>Wordt opgehaald …</source>
        <translation>Loading …</translation>
    </message>
    <message numerus="yes">
        <source>en nog %n oudere regel(s)</source>
        <translation>
            <numerusform>and %n older line</numerusform>
            <numerusform>and %n older lines</numerusform>
        </translation>
    </message>
    <message>
        <source>nog niet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>nog niet beschreven</source>
        <translation>not described yet</translation>
    </message>
    <message>
        <source>nu open</source>
        <translation>open now</translation>
    </message>
    <message>
        <source>sinds {0}</source>
        <translation>since {0}</translation>
    </message>
    <message>
        <source>{0} door {1} omdat: {2}</source>
        <translation>{0} by {1} because: {2}</translation>
    </message>
    <message>
        <source>{0} tot {1}</source>
        <translation>{0} to {1}</translation>
    </message>
</context>
<context>
    <name>AccountabilityPage</name>
    <message>
        <source>Verantwoording</source>
        <translation>Accountability</translation>
    </message>
    <message>
        <source>Voor jouw rol staat hier niets.</source>
        <translation>There is nothing here for your role.</translation>
    </message>
    <message>
        <source>Wat de wet en het fatsoen van een dossier vragen: hoe het ervoor staat, en waar je het doet.</source>
        <translation>What the law and decency ask of a dossier: how things stand, and where you do it.</translation>
    </message>
</context>
<context>
    <name>ActionLine</name>
    <message>
        <source>Doel {0}, actie {1} weghalen</source>
        <translation>Remove goal {0}, action {1}</translation>
    </message>
    <message>
        <source>Doel {0}, actie {1}: soort</source>
        <translation>Goal {0}, action {1}: kind</translation>
    </message>
    <message>
        <source>Doel {0}, actie {1}: wanneer</source>
        <translation>Goal {0}, action {1}: when</translation>
    </message>
    <message>
        <source>Doel {0}, actie {1}: wat</source>
        <translation>Goal {0}, action {1}: what</translation>
    </message>
    <message>
        <source>Doel {0}, actie {1}: wie</source>
        <translation>Goal {0}, action {1}: who</translation>
    </message>
    <message>
        <source>actie: wat gaat er gebeuren?</source>
        <translation>action: what is going to happen?</translation>
    </message>
    <message>
        <source>wanneer</source>
        <translation>when</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Alle opdrachten</source>
        <translation>All commands</translation>
    </message>
    <message>
        <source>Donker</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Gewone grootte</source>
        <translation>Normal size</translation>
    </message>
    <message>
        <source>Groter</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Hoog contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Kleiner</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Kleuren van het systeem</source>
        <translation>System colours</translation>
    </message>
    <message>
        <source>Kluis vergrendelen</source>
        <translation>Lock vault</translation>
    </message>
    <message>
        <source>Licht</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Opnieuw laden</source>
        <translation>Reload</translation>
    </message>
    <message>
        <source>Programma sluiten</source>
        <translation>Quit Casus</translation>
    </message>
    <message>
        <source>Sneltoetsen</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Volgend deel van het venster</source>
        <translation>Next part of the window</translation>
    </message>
    <message>
        <source>Vooruit</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>Zoeken in deze lijst</source>
        <translation>Search this list</translation>
    </message>
    <message>
        <source>Zoeken of opdracht</source>
        <translation>Search or command</translation>
    </message>
</context>
<context>
    <name>AddCardPanel</name>
    <message>
        <source>Alle bestanden</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Bestand met de kaart (.casuskaart)</source>
        <translation>File with the card (.casuskaart)</translation>
    </message>
    <message>
        <source>Een kaart is niet geheim: je collega mag hem mailen. Wie hem stuurde controleer je daarna.</source>
        <translation>A card is not secret: your colleague may e-mail it. Who sent it you check afterwards.</translation>
    </message>
    <message>
        <source>Kaart toegevoegd. Vergelijk nu de woorden.</source>
        <translation>Card added. Now compare the words.</translation>
    </message>
    <message>
        <source>Kaart toevoegen</source>
        <translation>Add card</translation>
    </message>
    <message>
        <source>Kaart van een collega</source>
        <translation>Card of a colleague</translation>
    </message>
    <message>
        <source>Kaarten (*{0})</source>
        <translation>Cards (*{0})</translation>
    </message>
</context>
<context>
    <name>AddingPanel</name>
    <message numerus="yes">
        <source>%n bijlage(n) toegevoegd</source>
        <translation>
            <numerusform>%n attachment added</numerusform>
            <numerusform>%n attachments added</numerusform>
        </translation>
    </message>
    <message>
        <source>Bij welk contactmoment?</source>
        <translation>With which contact?</translation>
    </message>
    <message>
        <source>Bijlagen toevoegen</source>
        <translation>Add attachments</translation>
    </message>
    <message>
        <source>Bijlagen versleutelen en bewaren (kB)</source>
        <translation>Encrypting and keeping attachments (kB)</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Voeg hoogstens {0} bijlagen tegelijk toe; de rest doe je daarna.</source>
        <translation>Add at most {0} attachments at a time; do the rest after that.</translation>
    </message>
    <message>
        <source>Ze worden versleuteld in je kluis bewaard.</source>
        <translation>They are kept encrypted in your vault.</translation>
    </message>
</context>
<context>
    <name>AdjustedRow</name>
    <message>
        <source>Aangepast: {0}</source>
        <translation>Changed: {0}</translation>
    </message>
    <message>
        <source>Zet terug</source>
        <translation>Put back</translation>
    </message>
</context>
<context>
    <name>AgendaPage</name>
    <message>
        <source>Agenda</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Agendabestand (*.ics)</source>
        <translation>Calendar file (*.ics)</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Eerder</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Hertoets: {0}</source>
        <translation>Review: {0}</translation>
    </message>
    <message>
        <source>Komt vrij: {0}</source>
        <translation>Released: {0}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Maand</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Naar een andere agenda…</source>
        <translation>To another calendar…</translation>
    </message>
    <message>
        <source>Op deze dag staat niets.</source>
        <translation>Nothing on this day.</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Volgende periode</source>
        <translation>Later period</translation>
    </message>
    <message>
        <source>Vorige periode</source>
        <translation>Earlier period</translation>
    </message>
    <message>
        <source>Waar moet het agendabestand komen?</source>
        <translation>Where should the calendar file go?</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Week {0} · {1} – {2}</source>
        <translation>Week {0} · {1} – {2}</translation>
    </message>
    <message>
        <source>gedaan</source>
        <translation>done</translation>
    </message>
    <message>
        <source>nog {0}</source>
        <translation>{0} more</translation>
    </message>
    <message>
        <source>{0} afspraken opgeslagen, zonder namen en plaatsen</source>
        <translation>{0} appointments saved, without names and places</translation>
    </message>
    <message>
        <source>{0} · vandaag</source>
        <translation>{0} · today</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Antwoord bewaard voor je volgende aanlevering</source>
        <translation>Answer kept for your next contribution</translation>
    </message>
    <message>
        <source>Bewaar antwoord</source>
        <translation>Keep answer</translation>
    </message>
    <message>
        <source>Geen van mijn personen</source>
        <translation>None of my persons</translation>
    </message>
    <message>
        <source>Is dit dezelfde persoon?</source>
        <translation>Is this the same person?</translation>
    </message>
    <message>
        <source>Je antwoord gaat met je volgende aanlevering mee, als schuilnaam. De naam hierboven wordt daarna uit jouw kluis gewist.</source>
        <translation>Your answer goes along with your next contribution, as a pseudonym. The name above is then erased from your vault.</translation>
    </message>
    <message>
        <source>Kies wie het is, of geen van je personen.</source>
        <translation>Choose who it is, or none of your persons.</translation>
    </message>
    <message>
        <source>Wie van jouw personen is dit?</source>
        <translation>Which of your persons is this?</translation>
    </message>
    <message>
        <source>{0} vraagt naar: {1}.</source>
        <translation>{0} asks about: {1}.</translation>
    </message>
</context>
<context>
    <name>AppointmentForm</name>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Hoe laat?</source>
        <translation>What time?</translation>
    </message>
    <message>
        <source>In welke inrichting?</source>
        <translation>In which institution?</translation>
    </message>
    <message>
        <source>Met wie?</source>
        <translation>With whom?</translation>
    </message>
    <message>
        <source>Typ een naam en kies iemand uit je kluis.</source>
        <translation>Type a name and choose someone from your vault.</translation>
    </message>
    <message>
        <source>Waar?</source>
        <translation>Where?</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Wat voor contact?</source>
        <translation>What kind of contact?</translation>
    </message>
</context>
<context>
    <name>AppointmentPanel</name>
    <message>
        <source>Afspraak annuleren</source>
        <translation>Cancel the appointment</translation>
    </message>
    <message>
        <source>Afspraak geannuleerd</source>
        <translation>Appointment cancelled</translation>
    </message>
    <message>
        <source>Afspraak gemaakt</source>
        <translation>Appointment made</translation>
    </message>
    <message>
        <source>Afspraak maken</source>
        <translation>Make an appointment</translation>
    </message>
    <message>
        <source>Afspraak opslaan</source>
        <translation>Save the appointment</translation>
    </message>
    <message>
        <source>Afspraak verzet</source>
        <translation>Appointment moved</translation>
    </message>
    <message>
        <source>Afspraak verzetten</source>
        <translation>Move the appointment</translation>
    </message>
    <message>
        <source>Geen</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>AppointmentsPage</name>
    <message>
        <source>Afspraak geannuleerd</source>
        <translation>Appointment cancelled</translation>
    </message>
    <message>
        <source>Afspraak maken</source>
        <translation>Make an appointment</translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Er is nog niets gepland.</source>
        <translation>Nothing is planned yet.</translation>
    </message>
    <message>
        <source>Met wie</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Tijd</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Verslag</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Verzetten</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Waar</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Wat gepland is, en waarvan het verslag nog moet.</source>
        <translation>What is planned, and what still wants its report.</translation>
    </message>
    <message>
        <source>afspraak</source>
        <translation>appointment</translation>
    </message>
    <message>
        <source>afspraken</source>
        <translation>appointments</translation>
    </message>
</context>
<context>
    <name>ApprovePanel</name>
    <message>
        <source>Er is nog geen tweede persoon aangemeld op deze computer. Doe dat eerst, samen, bij Beheer.</source>
        <translation>No second person is enrolled on this computer yet. Do that first, together, under Settings.</translation>
    </message>
    <message>
        <source>Meelezen en vrijgeven</source>
        <translation>Read along and approve</translation>
    </message>
    <message>
        <source>Naar Beheer</source>
        <translation>Go to Settings</translation>
    </message>
    <message>
        <source>Voor de tweede persoon: je tekent voor precies deze tekst.</source>
        <translation>For the second person: you sign for exactly this text.</translation>
    </message>
    <message>
        <source>Vrijgegeven. Stuur het nu naar de coördinator.</source>
        <translation>Approved. Now send it to the coordinator.</translation>
    </message>
    <message>
        <source>Vrijgeven</source>
        <translation>Approve</translation>
    </message>
</context>
<context>
    <name>AskPanel</name>
    <message>
        <source>Een collega vragen</source>
        <translation>Ask a colleague</translation>
    </message>
    <message>
        <source>Verzegelen en bewaren</source>
        <translation>Seal and save</translation>
    </message>
    <message>
        <source>Vraag verzegeld. Geef het bestand aan je collega.</source>
        <translation>Question sealed. Give the file to your colleague.</translation>
    </message>
    <message>
        <source>{0} ziet van {1} de naam en geboortedatum, en zegt of het dezelfde persoon is.</source>
        <translation>{0} sees the name and birth date of {1}, and says whether it is the same person.</translation>
    </message>
</context>
<context>
    <name>AssessmentForm</name>
    <message>
        <source>Samen met de jongere ingevuld</source>
        <translation>Filled in together with the young person</translation>
    </message>
    <message>
        <source>Toelichting</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Welke meting?</source>
        <translation>Which assessment?</translation>
    </message>
</context>
<context>
    <name>AssessmentPanel</name>
    <message>
        <source>Leefgebieden meten</source>
        <translation>Assess life domains</translation>
    </message>
    <message>
        <source>Meting opgeslagen</source>
        <translation>Assessment saved</translation>
    </message>
    <message>
        <source>Meting opslaan</source>
        <translation>Save assessment</translation>
    </message>
    <message>
        <source>Toetsen: 1 tot en met 5, 0 voor onbekend, n voor n.v.t. Daarna ga je vanzelf verder.</source>
        <translation>Keys: 1 to 5, 0 for unknown, n for not applicable. You then go on to the next by itself.</translation>
    </message>
</context>
<context>
    <name>AssignForm</name>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Vanaf wanneer?</source>
        <translation>From when?</translation>
    </message>
    <message>
        <source>Wie?</source>
        <translation>Who?</translation>
    </message>
</context>
<context>
    <name>AssignPanel</name>
    <message>
        <source>Casus toegewezen</source>
        <translation>Case assigned</translation>
    </message>
    <message>
        <source>Casus toewijzen</source>
        <translation>Assign case</translation>
    </message>
    <message>
        <source>Toewijzen</source>
        <translation>Assign</translation>
    </message>
</context>
<context>
    <name>AttachmentActs</name>
    <message>
        <source>Alle bestanden</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Bijlage weggehaald; terughalen kan nog {0} dagen</source>
        <translation>Attachment removed; it can be brought back for {0} days</translation>
    </message>
    <message>
        <source>Bijlagen toevoegen</source>
        <translation>Add attachments</translation>
    </message>
    <message>
        <source>Geplakte afbeelding</source>
        <translation>Pasted picture</translation>
    </message>
    <message>
        <source>PDF, foto&apos;s en tekst</source>
        <translation>PDF, pictures and text</translation>
    </message>
</context>
<context>
    <name>AttachmentForm</name>
    <message>
        <source>Bij welk contactmoment?</source>
        <translation>With which contact?</translation>
    </message>
    <message>
        <source>Bij welke casus hoort zij?</source>
        <translation>Which case does it belong to?</translation>
    </message>
    <message>
        <source>Bijvoorbeeld gisteren of 12 nov.</source>
        <translation>For instance yesterday or 12 Nov.</translation>
    </message>
    <message>
        <source>Hoe heet de bijlage?</source>
        <translation>What is the attachment called?</translation>
    </message>
    <message>
        <source>Van welke dag is zij?</source>
        <translation>Of which day is it?</translation>
    </message>
    <message>
        <source>Wat voor bijlage is het?</source>
        <translation>What kind of attachment is it?</translation>
    </message>
</context>
<context>
    <name>AttachmentLimitForm</name>
    <message>
        <source>Hoe groot mag een bijlage zijn?</source>
        <translation>How large may an attachment be?</translation>
    </message>
    <message>
        <source>In MB, van 1 tot 500. Geldt voor wat je vanaf nu toevoegt.</source>
        <translation>In MB, from 1 to 500. Counts for what you add from now on.</translation>
    </message>
</context>
<context>
    <name>AttachmentLimitPanel</name>
    <message>
        <source>Grootte van bijlagen</source>
        <translation>Size of attachments</translation>
    </message>
    <message>
        <source>Grootte van bijlagen opgeslagen</source>
        <translation>Size of attachments saved</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>AttachmentLimitSection</name>
    <message>
        <source>Grootte van een bijlage</source>
        <translation>Size of an attachment</translation>
    </message>
    <message>
        <source>Hoogstens {0} MB per bestand. Grote bestanden maken je kluis groot.</source>
        <translation>At most {0} MB per file. Large files make your vault large.</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>AttachmentPanel</name>
    <message>
        <source>Bijlage gewijzigd</source>
        <translation>Attachment changed</translation>
    </message>
    <message>
        <source>Bijlage wijzigen</source>
        <translation>Change attachment</translation>
    </message>
    <message>
        <source>Geen casus: bij de persoon zelf</source>
        <translation>No case: with the person</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>AttachmentViewer</name>
    <message>
        <source>Bijlage</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>Bijlage openen</source>
        <translation>Opening attachment</translation>
    </message>
    <message>
        <source>Gegevens wijzigen</source>
        <translation>Change details</translation>
    </message>
    <message>
        <source>Pagina {0} van {1}</source>
        <translation>Page {0} of {1}</translation>
    </message>
    <message>
        <source>Terug naar dossier</source>
        <translation>Back to dossier</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>Geen contactmoment</source>
        <translation>No contact</translation>
    </message>
    <message>
        <source>bij {0} van {1}</source>
        <translation>with {0} of {1}</translation>
    </message>
    <message>
        <source>casus {0}</source>
        <translation>case {0}</translation>
    </message>
    <message>
        <source>tekst</source>
        <translation>text</translation>
    </message>
</context>
<context>
    <name>AttachmentsTab</name>
    <message>
        <source>Alle {0} bijlagen tonen</source>
        <translation>Show all {0} attachments</translation>
    </message>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Bij deze casus zijn geen bijlagen.</source>
        <translation>There are no attachments with this case.</translation>
    </message>
    <message>
        <source>Bijlage toevoegen</source>
        <translation>Add attachment</translation>
    </message>
    <message>
        <source>Bijlagen</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Nog geen bijlagen. Sleep een brief, foto of PDF hierheen; Casus bewaart ze versleuteld.</source>
        <translation>No attachments yet. Drag a letter, picture or PDF here; Casus keeps them encrypted.</translation>
    </message>
    <message>
        <source>Sleep bestanden hierheen, of plak een afbeelding met Ctrl+V.</source>
        <translation>Drag files here, or paste a picture with Ctrl+V.</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>AttendanceField</name>
    <message>
        <source>aanwezig</source>
        <translation>attended</translation>
    </message>
    <message>
        <source>gepland</source>
        <translation>planned</translation>
    </message>
    <message>
        <source>{0}: aanwezig</source>
        <translation>{0}: attended</translation>
    </message>
    <message>
        <source>{0}: gepland</source>
        <translation>{0}: planned</translation>
    </message>
</context>
<context>
    <name>AttendancePanel</name>
    <message>
        <source>Aanwezigheid</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Aanwezigheid opgeslagen</source>
        <translation>Attendance saved</translation>
    </message>
    <message>
        <source>Aanwezigheid opslaan</source>
        <translation>Save attendance</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>Gereed</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Let op</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Niets dat nu aandacht vraagt.</source>
        <translation>Nothing asks for attention now.</translation>
    </message>
    <message>
        <source>Taak gereed</source>
        <translation>Task done</translation>
    </message>
    <message>
        <source>laatste contact {0}</source>
        <translation>last contact {0}</translation>
    </message>
    <message>
        <source>nog geen contact</source>
        <translation>no contact yet</translation>
    </message>
    <message>
        <source>te laat: had {0} gemoeten</source>
        <translation>late: was due on {0}</translation>
    </message>
</context>
<context>
    <name>AuditLog</name>
    <message>
        <source>Casus zelf</source>
        <translation>Casus itself</translation>
    </message>
    <message>
        <source>Eigenaar van de kluis</source>
        <translation>Owner of the vault</translation>
    </message>
    <message>
        <source>Klok</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Logboek</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Over wie</source>
        <translation>About whom</translation>
    </message>
    <message>
        <source>Regel</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>klok terug</source>
        <translation>clock back</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Alleen regels {0}.</source>
        <translation>Only lines {0}.</translation>
    </message>
    <message>
        <source>De keten is gebroken bij regel {1}, zei de laatste controle op {0}. Waarschuw je beheerder.</source>
        <translation>The chain is broken at line {1}, said the last check on {0}. Warn your administrator.</translation>
    </message>
    <message>
        <source>De keten van het logboek is nog niet nagelezen. Dat doe je in Beheer, bij Kluis.</source>
        <translation>The chain of the log was not read through yet. You do that in Settings, at Vault.</translation>
    </message>
    <message>
        <source>De keten was heel bij de laatste controle, op {0}.</source>
        <translation>The chain was whole at the last check, on {0}.</translation>
    </message>
    <message>
        <source>De keten was niet heel bij de laatste controle, op {0}. Waarschuw je beheerder.</source>
        <translation>The chain was not whole at the last check, on {0}. Warn your administrator.</translation>
    </message>
    <message>
        <source>Er staat nog niets in het logboek.</source>
        <translation>The log is still empty.</translation>
    </message>
    <message>
        <source>Filteren</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Logboek</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Toon het hele logboek</source>
        <translation>Show the whole log</translation>
    </message>
    <message>
        <source>Wie wat wanneer zag, wijzigde of naar buiten bracht. Niets valt eruit te wissen.</source>
        <translation>Who saw, changed or released what, and when. Nothing can be erased from it.</translation>
    </message>
    <message>
        <source>door {0}</source>
        <translation>by {0}</translation>
    </message>
    <message>
        <source>over gegevens van de soort {0}</source>
        <translation>about records of the kind {0}</translation>
    </message>
    <message>
        <source>over {0}</source>
        <translation>about {0}</translation>
    </message>
    <message>
        <source>regel</source>
        <translation>entry</translation>
    </message>
    <message>
        <source>regels</source>
        <translation>entries</translation>
    </message>
    <message>
        <source>tot en met {0}</source>
        <translation>up to {0}</translation>
    </message>
    <message>
        <source>vanaf {0}</source>
        <translation>from {0}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Melding sluiten</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message>
        <source>Aantal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Toon als staven</source>
        <translation>Show as bars</translation>
    </message>
    <message>
        <source>Toon als tabel</source>
        <translation>Show as table</translation>
    </message>
    <message>
        <source>{0}: toon als tabel</source>
        <translation>{0}: show as table</translation>
    </message>
</context>
<context>
    <name>BlockPanel</name>
    <message>
        <source>Bewaar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Blok bewaard</source>
        <translation>Block saved</translation>
    </message>
    <message>
        <source>Er zijn nog geen goedgekeurde verhalen.</source>
        <translation>There are no approved stories yet.</translation>
    </message>
    <message>
        <source>Ingetrokken verhaal</source>
        <translation>Withdrawn story</translation>
    </message>
    <message>
        <source>{0} (tegengeluid)</source>
        <translation>{0} (a different voice)</translation>
    </message>
</context>
<context>
    <name>BookPage</name>
    <message>
        <source>Alleen voor jou, niet in het rapport</source>
        <translation>For you only, not in the report</translation>
    </message>
    <message>
        <source>Alles wat ooit naar buiten ging. Niets valt eruit te halen; elke vrijgave telt later mee.</source>
        <translation>Everything that ever left. Nothing can be taken out; every release counts later.</translation>
    </message>
    <message>
        <source>Bewijzen narekenen</source>
        <translation>Checking proofs again</translation>
    </message>
    <message>
        <source>Boek van vrijgaven</source>
        <translation>Book of releases</translation>
    </message>
    <message>
        <source>Dit kwam niet uit Casus. Elke vrijgave wordt ook samen hiermee aangevallen.</source>
        <translation>This did not come from Casus. Every release is attacked together with it too.</translation>
    </message>
    <message>
        <source>Er is nog niets vrijgegeven.</source>
        <translation>Nothing was released yet.</translation>
    </message>
    <message>
        <source>Het bewijs van vrijgave {0} klopt niet. Geef niets meer vrij en waarschuw je beheerder.</source>
        <translation>The proof of release {0} is not right. Release nothing more and tell your administrator.</translation>
    </message>
    <message>
        <source>Het boek is heel en alle bewijzen kloppen. Nagerekend: {0}, in {1} ms.</source>
        <translation>The book is whole and all proofs are right. Checked again: {0}, in {1} ms.</translation>
    </message>
    <message>
        <source>In het boek sinds {0}</source>
        <translation>In the book since {0}</translation>
    </message>
    <message>
        <source>Ingetrokken op {0}: {1}</source>
        <translation>Withdrawn on {0}: {1}</translation>
    </message>
    <message>
        <source>Kies een vrijgave om te zien wat haar beschermt.</source>
        <translation>Choose a release to see what protects it.</translation>
    </message>
    <message>
        <source>Kies een vrijgave van Casus die nog niet is ingetrokken.</source>
        <translation>Choose a release of Casus that was not withdrawn yet.</translation>
    </message>
    <message>
        <source>Naar Rapportage</source>
        <translation>Go to Reporting</translation>
    </message>
    <message>
        <source>Reken na</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Trek deze vrijgave in</source>
        <translation>Withdraw this release</translation>
    </message>
    <message>
        <source>Van elders…</source>
        <translation>From elsewhere…</translation>
    </message>
    <message>
        <source>Vergelijk met een andere vrijgave</source>
        <translation>Compare with another release</translation>
    </message>
    <message>
        <source>Verklaring</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>Vrijgaven</source>
        <translation>Releases</translation>
    </message>
    <message>
        <source>vrijgave</source>
        <translation>release</translation>
    </message>
    <message>
        <source>vrijgaven</source>
        <translation>releases</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Er ging iets mis in Casus zelf.</source>
        <translation>Something went wrong in Casus itself.</translation>
    </message>
    <message>
        <source>Wat is opgeslagen blijft veilig in de kluis en je concept is bewaard. Probeer het opnieuw; gaat het weer mis, sluit Casus dan af en start het opnieuw.

Soort fout: {0}</source>
        <translation>What was saved stays safe in the vault and your draft was kept. Try again; if it goes wrong again, quit Casus and start it again.

Kind of error: {0}</translation>
    </message>
</context>
<context>
    <name>BundlePanel</name>
    <message>
        <source>Bekijken</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Bestand met het pakket (.casusbundel), of meer tegelijk</source>
        <translation>File with the package (.casusbundel), or several at once</translation>
    </message>
    <message>
        <source>Je ziet eerst wat erin zit. Er verandert niets tot je op Overnemen drukt.</source>
        <translation>You first see what is in it. Nothing changes until you press Take in.</translation>
    </message>
    <message>
        <source>Niet overnemen…</source>
        <translation>Do not take over…</translation>
    </message>
    <message>
        <source>Overnemen</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>Pakket lezen (MB)</source>
        <translation>Reading package (MB)</translation>
    </message>
    <message>
        <source>Pakket overgenomen</source>
        <translation>Package taken in</translation>
    </message>
    <message>
        <source>Pakket overnemen (MB)</source>
        <translation>Taking package in (MB)</translation>
    </message>
    <message>
        <source>Verzegeld pakket</source>
        <translation>Sealed package</translation>
    </message>
</context>
<context>
    <name>BundlesPage</name>
    <message>
        <source>Bij dit pakket hoort geen dossier om te openen.</source>
        <translation>There is no dossier to open with this package.</translation>
    </message>
    <message>
        <source>Boek van vrijgaven overdragen</source>
        <translation>Hand over the book of releases</translation>
    </message>
    <message>
        <source>Collega</source>
        <translation>Colleague</translation>
    </message>
    <message>
        <source>Collega&apos;s</source>
        <translation>Colleagues</translation>
    </message>
    <message>
        <source>Er is nog geen pakket verstuurd of overgenomen.</source>
        <translation>No package was sent or taken in yet.</translation>
    </message>
    <message>
        <source>Het boek van vrijgaven is overgedragen aan {0}. Hier wordt niets vrijgegeven.</source>
        <translation>The book of releases was handed over to {0}. Nothing is released here.</translation>
    </message>
    <message>
        <source>Kaarten van collega&apos;s</source>
        <translation>Cards of colleagues</translation>
    </message>
    <message>
        <source>Lijsten en indicatoren versturen</source>
        <translation>Send lists and indicators</translation>
    </message>
    <message>
        <source>Pakket openen</source>
        <translation>Open package</translation>
    </message>
    <message>
        <source>Pakketten</source>
        <translation>Packages</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Terugnemen…</source>
        <translation>Take back…</translation>
    </message>
    <message>
        <source>Verzegelde pakketten</source>
        <translation>Sealed packages</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Wat collega&apos;s je sturen en wat jij stuurt. Alleen wie het pakket krijgt kan het openen; geef het bestand zoals je wilt.</source>
        <translation>What colleagues send you and what you send. Only whoever gets the package can open it; pass the file on in any way.</translation>
    </message>
    <message>
        <source>pakket</source>
        <translation>package</translation>
    </message>
    <message>
        <source>pakketten</source>
        <translation>packages</translation>
    </message>
</context>
<context>
    <name>CarryOutPanel</name>
    <message>
        <source>Correctie uitgevoerd</source>
        <translation>Correction carried out</translation>
    </message>
    <message>
        <source>Correctie uitvoeren</source>
        <translation>Carry out the correction</translation>
    </message>
    <message>
        <source>Dezelfde woorden staan ook in: {0}. Die verdwijnen niet vanzelf.</source>
        <translation>The same words also stand in: {0}. Those do not disappear by themselves.</translation>
    </message>
    <message>
        <source>Uitvoeren</source>
        <translation>Carry out</translation>
    </message>
    <message>
        <source>Voorgoed uitvoeren</source>
        <translation>Carry out for good</translation>
    </message>
    <message>
        <source>Wat er nu staat verdwijnt voorgoed, ook uit de geschiedenis. Dit kan niet ongedaan worden gemaakt.</source>
        <translation>What stands there now disappears for good, from the history too. This cannot be undone.</translation>
    </message>
</context>
<context>
    <name>CaseActs</name>
    <message>
        <source>Dossier weer afgeschermd</source>
        <translation>Dossier restricted again</translation>
    </message>
</context>
<context>
    <name>CaseAnswerForm</name>
    <message>
        <source>De woorden op de kaart zijn niet vergeleken, en ik verstuur het toch</source>
        <translation>The words on the card were not compared, and I send it all the same</translation>
    </message>
    <message>
        <source>Geef het bestand aan je collega. Die weet dan dat de casus bij jou is.</source>
        <translation>Give the file to your colleague, who then knows that you have the case.</translation>
    </message>
    <message>
        <source>Je collega leest dit bij het antwoord.</source>
        <translation>Your colleague reads this with the answer.</translation>
    </message>
    <message>
        <source>Waar komt het antwoord?</source>
        <translation>Where does the answer go?</translation>
    </message>
    <message>
        <source>Wil je er iets bij zeggen?</source>
        <translation>Do you want to add something?</translation>
    </message>
</context>
<context>
    <name>CaseAnswerPanel</name>
    <message>
        <source>Antwoord maken</source>
        <translation>Make the answer</translation>
    </message>
    <message>
        <source>Antwoord verzegeld. Geef het bestand aan je collega.</source>
        <translation>Answer sealed. Give the file to your colleague.</translation>
    </message>
    <message>
        <source>De casus van {0} is nu bij jou. Met dit antwoord weet {1} dat ook.</source>
        <translation>The case of {0} is with you now. With this answer {1} knows so too.</translation>
    </message>
    <message>
        <source>Maak het antwoord voor je collega.</source>
        <translation>Make the answer for your colleague.</translation>
    </message>
    <message>
        <source>Verzegelen en bewaren</source>
        <translation>Seal and save</translation>
    </message>
</context>
<context>
    <name>CaseEnding</name>
    <message>
        <source>Afspraken zonder verslag ({0}) blijven op Vandaag staan.</source>
        <translation>Appointments without a report ({0}) stay on Today.</translation>
    </message>
    <message>
        <source>Dit blijft staan, maar Casus vraagt er niet meer om: {0}.</source>
        <translation>This stays, but Casus asks for it no longer: {0}.</translation>
    </message>
    <message>
        <source>Dit vervalt: {0}.</source>
        <translation>This lapses: {0}.</translation>
    </message>
    <message>
        <source>Er vervalt niets: er staan geen taken of afspraken open.</source>
        <translation>Nothing lapses: no tasks or appointments are open.</translation>
    </message>
    <message>
        <source>Ongedaan maken brengt alles terug.</source>
        <translation>Undo brings all of it back.</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>Aangemeld door</source>
        <translation>Registered by</translation>
    </message>
    <message>
        <source>Aanpak</source>
        <translation>Approach</translation>
    </message>
    <message>
        <source>Begindatum</source>
        <translation>Start date</translation>
    </message>
    <message>
        <source>De naam van de persoon bij die partner.</source>
        <translation>The name of the person at that partner.</translation>
    </message>
    <message>
        <source>Dit wordt een taak.</source>
        <translation>This becomes a task.</translation>
    </message>
    <message>
        <source>Grondslag</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Hoe kwam de aanmelding binnen?</source>
        <translation>How did it come in?</translation>
    </message>
    <message>
        <source>Is de persoon geïnformeerd?</source>
        <translation>Has the person been informed?</translation>
    </message>
    <message>
        <source>Kies alles wat past.</source>
        <translation>Choose all that apply.</translation>
    </message>
    <message>
        <source>Toelichting</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>Typ een naam en kies iemand uit je kluis.</source>
        <translation>Type a name and choose someone from your vault.</translation>
    </message>
    <message>
        <source>Voor wie?</source>
        <translation>For whom?</translation>
    </message>
    <message>
        <source>Voorrang</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Waarom deze aanpak?</source>
        <translation>Why this approach?</translation>
    </message>
    <message>
        <source>Waarom is dit nodig en niet te zwaar?</source>
        <translation>Why is this necessary and not too heavy?</translation>
    </message>
    <message>
        <source>Waarom uitgesteld?</source>
        <translation>Why postponed?</translation>
    </message>
    <message>
        <source>Wanneer probeer je het opnieuw?</source>
        <translation>When will you try again?</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Wie meldde aan?</source>
        <translation>Who brought it in?</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>Casus geopend</source>
        <translation>Case opened</translation>
    </message>
    <message>
        <source>Casus openen</source>
        <translation>Open case</translation>
    </message>
    <message>
        <source>De geboortedatum is nodig voor deze aanpak. Vul die eerst in bij de persoon.</source>
        <translation>This approach needs the date of birth. First fill it in for the person.</translation>
    </message>
    <message>
        <source>Grondslag en criteria</source>
        <translation>Basis and criteria</translation>
    </message>
    <message>
        <source>Grondslag en criteria gewijzigd</source>
        <translation>Basis and criteria changed</translation>
    </message>
    <message>
        <source>Nog niet</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Onder de 16 is een wettelijk vertegenwoordiger nodig. Leg die eerst vast.</source>
        <translation>Someone under 16 needs a legal representative. Record one first.</translation>
    </message>
    <message>
        <source>Toelichting</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>Waarom is dit nodig voor een minderjarige?</source>
        <translation>Why is this necessary for a minor?</translation>
    </message>
    <message>
        <source>Wijziging opslaan</source>
        <translation>Save the change</translation>
    </message>
</context>
<context>
    <name>CaseRefusalForm</name>
    <message>
        <source>De woorden op de kaart zijn niet vergeleken, en ik verstuur het toch</source>
        <translation>The words on the card were not compared, and I send it all the same</translation>
    </message>
    <message>
        <source>Geef het bestand aan je collega.</source>
        <translation>Give the file to your colleague.</translation>
    </message>
    <message>
        <source>Je collega leest dit. De casus blijft bij je collega.</source>
        <translation>Your colleague reads this. The case stays with your colleague.</translation>
    </message>
    <message>
        <source>Pakket met de casus</source>
        <translation>Package with the case</translation>
    </message>
    <message>
        <source>Waar komt het antwoord?</source>
        <translation>Where does the answer go?</translation>
    </message>
    <message>
        <source>Waarom niet?</source>
        <translation>Why not?</translation>
    </message>
</context>
<context>
    <name>CaseRefusalPanel</name>
    <message>
        <source>Antwoord verzegeld. Geef het bestand aan je collega.</source>
        <translation>Answer sealed. Give the file to your colleague.</translation>
    </message>
    <message>
        <source>Casus niet overnemen</source>
        <translation>Do not take the case over</translation>
    </message>
    <message>
        <source>Er komt niets van de casus in je kluis. Je collega leest waarom.</source>
        <translation>Nothing of the case comes into your vault. Your colleague reads why.</translation>
    </message>
    <message>
        <source>Verzegelen en bewaren</source>
        <translation>Seal and save</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Aanpak</source>
        <translation>Approach</translation>
    </message>
    <message>
        <source>Alle dossiers waar je aan werkt of aan gewerkt hebt.</source>
        <translation>All dossiers you work on or have worked on.</translation>
    </message>
    <message>
        <source>Casussen</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Fase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Hertoets</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Je hebt nog geen casussen.</source>
        <translation>You have no cases yet.</translation>
    </message>
    <message>
        <source>Laatste contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nieuwe casus</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Wijk</source>
        <translation>District</translation>
    </message>
    <message>
        <source>casus</source>
        <translation>case</translation>
    </message>
    <message>
        <source>casussen</source>
        <translation>cases</translation>
    </message>
</context>
<context>
    <name>CataloguePanel</name>
    <message>
        <source>Je collega&apos;s zien eerst wat er bij hen verandert. Wat zij al vastlegden blijft zoals het is.</source>
        <translation>Your colleagues first see what changes for them. What they recorded already stays as it is.</translation>
    </message>
    <message>
        <source>Lijsten en indicatoren versturen</source>
        <translation>Send lists and indicators</translation>
    </message>
    <message>
        <source>Lijsten en indicatoren verzegeld. Geef het bestand aan je collega&apos;s.</source>
        <translation>Lists and indicators sealed. Give the file to your colleagues.</translation>
    </message>
    <message>
        <source>Verzegelen en bewaren</source>
        <translation>Seal and save</translation>
    </message>
</context>
<context>
    <name>ChapterPanel</name>
    <message>
        <source>Bewaar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Hoofdstuk</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>Hoofdstuk bewaard</source>
        <translation>Chapter saved</translation>
    </message>
    <message>
        <source>Nieuw hoofdstuk</source>
        <translation>New chapter</translation>
    </message>
</context>
<context>
    <name>CheckField</name>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nee</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Getoetst</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Getoetst. Laat nu een collega meelezen.</source>
        <translation>Checked. Now let a colleague read along.</translation>
    </message>
    <message>
        <source>Lees het als iemand die de jongere kent. Daarna leest een collega mee.</source>
        <translation>Read it as someone who knows the young person. Then a colleague reads along.</translation>
    </message>
    <message>
        <source>Toestemming</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Verhaal toetsen</source>
        <translation>Check the story</translation>
    </message>
</context>
<context>
    <name>CheckSection</name>
    <message>
        <source>Alles klopt. Nagelezen gegevens: {0}, regels van het logboek: {1}.</source>
        <translation>All is well. Records checked: {0}, log entries: {1}.</translation>
    </message>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Casus leest elk gegeven en elke regel van het logboek na.</source>
        <translation>Casus checks every record and every log entry.</translation>
    </message>
    <message>
        <source>Controleren</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>De samenhang tussen gegevens klopt niet.</source>
        <translation>The links between records are not right.</translation>
    </message>
    <message>
        <source>Er is iets gewijzigd buiten Casus om.</source>
        <translation>Something was changed outside Casus.</translation>
    </message>
    <message>
        <source>Het bestand met je gegevens is beschadigd.</source>
        <translation>The file with your data is damaged.</translation>
    </message>
    <message>
        <source>Het logboek is niet meer compleet.</source>
        <translation>The log is no longer complete.</translation>
    </message>
    <message>
        <source>Het sleutelbestand of de kopie ervan is beschadigd.</source>
        <translation>The key file or its copy is damaged.</translation>
    </message>
    <message>
        <source>Kluis controleren</source>
        <translation>Check vault</translation>
    </message>
    <message>
        <source>Logboek</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Plek</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Werk niet verder in deze kluis, bewaar de map en waarschuw je beheerder.</source>
        <translation>Stop working in this vault, keep the folder and tell your administrator.</translation>
    </message>
    <message>
        <source>Wie wat wanneer zag, wijzigde of naar buiten bracht.</source>
        <translation>Who saw, changed or released what, and when.</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>1 regel importeren</source>
        <translation>Import 1 line</translation>
    </message>
    <message>
        <source>CSV-bestand (*.csv)</source>
        <translation>CSV file (*.csv)</translation>
    </message>
    <message>
        <source>De import is helemaal teruggedraaid. In je kluis is het weer zoals ervoor.</source>
        <translation>The import was undone completely. Your vault is as it was before.</translation>
    </message>
    <message>
        <source>Dubbele regels toch allemaal importeren</source>
        <translation>Import all double lines anyway</translation>
    </message>
    <message>
        <source>Er is niets mis met de andere regels.</source>
        <translation>Nothing is wrong with the other lines.</translation>
    </message>
    <message>
        <source>Er is niets om te importeren.</source>
        <translation>There is nothing to import.</translation>
    </message>
    <message>
        <source>Fouten gekopieerd</source>
        <translation>Errors copied</translation>
    </message>
    <message>
        <source>Fouten kopiëren</source>
        <translation>Copy errors</translation>
    </message>
    <message>
        <source>Fouten opslaan…</source>
        <translation>Save errors…</translation>
    </message>
    <message>
        <source>Geïmporteerd: {0} regels. {1}</source>
        <translation>Imported: {0} lines. {1}</translation>
    </message>
    <message>
        <source>Meldingen per regel</source>
        <translation>Notices by line</translation>
    </message>
    <message>
        <source>Nieuw in je kluis: {0}.</source>
        <translation>New in your vault: {0}.</translation>
    </message>
    <message>
        <source>Nog een bestand importeren</source>
        <translation>Import another file</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Waar moet de lijst met fouten komen?</source>
        <translation>Where should the list of errors go?</translation>
    </message>
    <message>
        <source>fouten</source>
        <translation>errors</translation>
    </message>
    <message>
        <source>melding</source>
        <translation>notice</translation>
    </message>
    <message>
        <source>meldingen</source>
        <translation>notices</translation>
    </message>
    <message>
        <source>{0} regels importeren</source>
        <translation>Import {0} lines</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Filter: {0}</source>
        <translation>Filter: {0}</translation>
    </message>
</context>
<context>
    <name>ChipMenu</name>
    <message>
        <source>Filter {0}: {1}</source>
        <translation>Filter {0}: {1}</translation>
    </message>
    <message>
        <source>alles</source>
        <translation>everything</translation>
    </message>
    <message>
        <source>{0}…</source>
        <translation>{0}…</translation>
    </message>
</context>
<context>
    <name>ChoosePanel</name>
    <message>
        <source>Dit is dezelfde persoon. Kies een ander.</source>
        <translation>This is the same person. Choose someone else.</translation>
    </message>
    <message>
        <source>Kies iemand uit de lijst.</source>
        <translation>Choose someone from the list.</translation>
    </message>
    <message>
        <source>Naast elkaar leggen</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Samenvoegen met …</source>
        <translation>Merge with …</translation>
    </message>
    <message>
        <source>Staat deze persoon nog een keer in je kluis? Zoek die andere op.</source>
        <translation>Is this person in your vault once more? Look that one up.</translation>
    </message>
    <message>
        <source>Wie is dezelfde persoon?</source>
        <translation>Who is the same person?</translation>
    </message>
</context>
<context>
    <name>CodeCheck</name>
    <message>
        <source>Code nog eens bekijken</source>
        <translation>Show code again</translation>
    </message>
    <message>
        <source>Typ de code over van je papier</source>
        <translation>Copy the code from your paper</translation>
    </message>
</context>
<context>
    <name>CodeForm</name>
    <message>
        <source>Leeg: ook in het Engels staat er de Nederlandse naam.</source>
        <translation>Empty: the Dutch name stands there in English too.</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Naam in het Engels</source>
        <translation>Name in English</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Leefgebied hernoemen</source>
        <translation>Rename a life domain</translation>
    </message>
    <message>
        <source>Leefgebied opgeslagen</source>
        <translation>Life domain saved</translation>
    </message>
    <message>
        <source>Leefgebied toevoegen</source>
        <translation>Add a life domain</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>Herstelcode: {0}</source>
        <translation>Recovery code: {0}</translation>
    </message>
</context>
<context>
    <name>ColleaguePanel</name>
    <message>
        <source>Betekenis</source>
        <translation>What it means</translation>
    </message>
    <message>
        <source>De woorden verschillen</source>
        <translation>The words differ</translation>
    </message>
    <message>
        <source>De woorden waren anders dan die van mijn collega.</source>
        <translation>The words were not those of my colleague.</translation>
    </message>
    <message>
        <source>De woorden zijn gelijk</source>
        <translation>The words are the same</translation>
    </message>
    <message>
        <source>Gecontroleerd</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>Gecontroleerd: je kunt elkaar pakketten sturen</source>
        <translation>Verified: you can send each other packages</translation>
    </message>
    <message>
        <source>Hoe</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Hoe vergeleken jullie?</source>
        <translation>How did you compare?</translation>
    </message>
    <message>
        <source>Ingetrokken</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>Kaart intrekken…</source>
        <translation>Revoke card…</translation>
    </message>
    <message>
        <source>Pakketten van en naar deze collega zijn veilig.</source>
        <translation>Packages from and to this colleague are safe.</translation>
    </message>
    <message>
        <source>Toegevoegd</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Waarom</source>
        <translation>Why</translation>
    </message>
</context>
<context>
    <name>ColleaguesPage</name>
    <message>
        <source>Bewaar eerst je eigen kaart</source>
        <translation>Save your own card first</translation>
    </message>
    <message>
        <source>Collega&apos;s</source>
        <translation>Colleagues</translation>
    </message>
    <message>
        <source>Functie</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Je hebt nog geen kaart van een collega.</source>
        <translation>You have no card of a colleague yet.</translation>
    </message>
    <message>
        <source>Kaart intrekken</source>
        <translation>Revoke card</translation>
    </message>
    <message>
        <source>Met wie je verzegelde pakketten uitwisselt. Vergelijk van elke kaart de twaalf woorden voor je hem vertrouwt.</source>
        <translation>With whom you exchange sealed packages. Compare the twelve words of every card before you trust it.</translation>
    </message>
    <message>
        <source>Mijn kaart</source>
        <translation>My card</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Sinds</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Woorden vergelijken</source>
        <translation>Compare words</translation>
    </message>
    <message>
        <source>collega</source>
        <translation>colleague</translation>
    </message>
    <message>
        <source>collega&apos;s</source>
        <translation>colleagues</translation>
    </message>
</context>
<context>
    <name>ColumnRows</name>
    <message>
        <source>Er gaat al een kolom hierheen.</source>
        <translation>Another column goes here already.</translation>
    </message>
    <message>
        <source>Kolom {0}</source>
        <translation>Column {0}</translation>
    </message>
    <message>
        <source>Kolom {0} is</source>
        <translation>Column {0} is</translation>
    </message>
    <message>
        <source>Niet importeren</source>
        <translation>Do not import</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>Leefgebied</source>
        <translation>Life domain</translation>
    </message>
    <message>
        <source>Open rondje: het begin. Dicht rondje: daarna. 1 gaat helemaal niet, 5 gaat goed.</source>
        <translation>Open dot: where it began. Filled dot: afterwards. 1 goes very badly, 5 goes well.</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Vergelijk met</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <source>Vergelijk van</source>
        <translation>Compare from</translation>
    </message>
    <message>
        <source>Verloop</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Verloop per leefgebied</source>
        <translation>Progress per life domain</translation>
    </message>
    <message>
        <source>Verloop per leefgebied, als tabel</source>
        <translation>Progress per life domain, as a table</translation>
    </message>
    <message>
        <source>naar</source>
        <translation>to</translation>
    </message>
    <message>
        <source>niet besproken</source>
        <translation>not discussed</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source> (ingetrokken)</source>
        <translation> (withdrawn)</translation>
    </message>
    <message>
        <source>Alleen totalen</source>
        <translation>Totals only</translation>
    </message>
    <message>
        <source>Andere definitie</source>
        <translation>Other definition</translation>
    </message>
    <message>
        <source>Cijfer</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Dezelfde cijfers naast elkaar, zoals ze naar buiten gingen. Een klein verschil tussen afgeronde cijfers zegt niets.</source>
        <translation>The same figures side by side, as they left. A small difference between rounded figures says nothing.</translation>
    </message>
    <message>
        <source>Eerdere</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Kies twee verschillende vrijgaven.</source>
        <translation>Choose two different releases.</translation>
    </message>
    <message>
        <source>Latere</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Let op</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Naar</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Niet meer</source>
        <translation>No longer</translation>
    </message>
    <message>
        <source>Nieuw</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Vergelijken kan zodra er twee vrijgaven zijn.</source>
        <translation>You can compare as soon as there are two releases.</translation>
    </message>
    <message>
        <source>Vergelijking</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Verschil</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Verschillend</source>
        <translation>Different</translation>
    </message>
    <message>
        <source>Vrijgave {0}, {1}</source>
        <translation>Release {0}, {1}</translation>
    </message>
    <message>
        <source>Vrijgaven vergelijken</source>
        <translation>Compare releases</translation>
    </message>
    <message>
        <source>cijfer</source>
        <translation>figure</translation>
    </message>
    <message>
        <source>cijfers</source>
        <translation>figures</translation>
    </message>
    <message>
        <source>totaal</source>
        <translation>total</translation>
    </message>
</context>
<context>
    <name>ComposeStep</name>
    <message>
        <source>Afgerond op 10. Voor cijfers over straf of gezondheid, of over een klein gebied.</source>
        <translation>Rounded to 10. For figures about crime or health, or about a small area.</translation>
    </message>
    <message>
        <source>Afgerond op 5: elk cijfer over personen wijkt hooguit 4 af. Voor de meeste rapporten.</source>
        <translation>Rounded to 5: each figure about persons is off by at most 4. For most reports.</translation>
    </message>
    <message>
        <source>De registers in deze kluis, en wat collega’s hebben aangeleverd:</source>
        <translation>The registers in this vault, and what colleagues have contributed:</translation>
    </message>
    <message>
        <source>Een aanlevering bevat codes zonder namen. Wie bij twee collega’s bekend is, telt één keer.</source>
        <translation>A contribution holds codes without names. Someone known to two colleagues counts once.</translation>
    </message>
    <message>
        <source>Er is nog niets aangeleverd: er worden geen personen geteld.</source>
        <translation>Nothing has been contributed yet: no persons are counted.</translation>
    </message>
    <message>
        <source>Precieze aantallen</source>
        <translation>Exact numbers</translation>
    </message>
    <message>
        <source>Precieze aantallen, kleine weggelaten. Daarvoor vallen ook andere cijfers weg, soms heel wat.</source>
        <translation>Exact numbers, small ones left out. Other figures have to go for that too, sometimes many.</translation>
    </message>
    <message>
        <source>Standaard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Streng</source>
        <translation>Strict</translation>
    </message>
    <message>
        <source>Tel en bescherm</source>
        <translation>Count and protect</translation>
    </message>
    <message>
        <source>Waar wordt uit geteld?</source>
        <translation>What is counted?</translation>
    </message>
    <message>
        <source>Wat wil je verantwoorden?</source>
        <translation>What do you want to account for?</translation>
    </message>
    <message>
        <source>{0} · {1} · {2} regels · {3}</source>
        <translation>{0} · {1} · {2} rows · {3}</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Engels</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Nederlands</source>
        <translation>Dutch</translation>
    </message>
    <message>
        <source>Vrijgave {0}: {1}, van {2}</source>
        <translation>Release {0}: {1}, of {2}</translation>
    </message>
</context>
<context>
    <name>ComposerPage</name>
    <message>
        <source>Andere vrijgave gekozen</source>
        <translation>Other release chosen</translation>
    </message>
    <message>
        <source>Begin een verslag</source>
        <translation>Begin a report</translation>
    </message>
    <message>
        <source>Cijfers van een vrijgave en verhalen uit de praktijk, in één verslag.</source>
        <translation>Figures of a release and stories from practice, in one report.</translation>
    </message>
    <message>
        <source>Er is nog geen verslag.</source>
        <translation>There is no report yet.</translation>
    </message>
    <message>
        <source>Er is nog geen vrijgave om een verslag van te maken.</source>
        <translation>There is no release yet to make a report of.</translation>
    </message>
    <message>
        <source>Geef eerst cijfers vrij</source>
        <translation>Release figures first</translation>
    </message>
    <message>
        <source>Gooi verslag weg</source>
        <translation>Throw report away</translation>
    </message>
    <message>
        <source>Neem de laatste vrijgave</source>
        <translation>Take the latest release</translation>
    </message>
    <message>
        <source>Nieuw verslag</source>
        <translation>New report</translation>
    </message>
    <message>
        <source>Schrijf bestanden…</source>
        <translation>Write files…</translation>
    </message>
    <message>
        <source>Titel en vrijgave…</source>
        <translation>Title and release…</translation>
    </message>
    <message>
        <source>Uit het verslag gehaald</source>
        <translation>Taken out of the report</translation>
    </message>
    <message>
        <source>Verplaatst</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>Verslag geschreven: {0}</source>
        <translation>Report written: {0}</translation>
    </message>
    <message>
        <source>Verslag weggegooid</source>
        <translation>Report thrown away</translation>
    </message>
    <message>
        <source>Verslagen</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Waar moet het verslag komen?</source>
        <translation>Where should the report go?</translation>
    </message>
</context>
<context>
    <name>ComposerSide</name>
    <message>
        <source>Focuspunt</source>
        <translation>Focus point</translation>
    </message>
    <message>
        <source>Hoofdstuk</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>Tabellen en grafieken</source>
        <translation>Tables and charts</translation>
    </message>
    <message>
        <source>Tekst met cijfers</source>
        <translation>Text with figures</translation>
    </message>
    <message>
        <source>Verhalen</source>
        <translation>Stories</translation>
    </message>
</context>
<context>
    <name>ConditionForm</name>
    <message>
        <source>Bekeken op</source>
        <translation>Checked on</translation>
    </message>
    <message>
        <source>Geregeld op</source>
        <translation>Arranged on</translation>
    </message>
    <message>
        <source>Hoe staat het?</source>
        <translation>How do things stand?</translation>
    </message>
    <message>
        <source>Op welk moment?</source>
        <translation>At what moment?</translation>
    </message>
    <message>
        <source>Wat is de volgende stap?</source>
        <translation>What is the next step?</translation>
    </message>
    <message>
        <source>Welke basisvoorwaarde?</source>
        <translation>Which basic condition?</translation>
    </message>
</context>
<context>
    <name>ConditionMatrix</name>
    <message>
        <source>Pijltjes bewegen, Enter opent, 1 tot en met 4 zetten de stand.</source>
        <translation>Arrows move, Enter opens, 1 to 4 set the status.</translation>
    </message>
    <message>
        <source>nog niet bekeken</source>
        <translation>not looked at yet</translation>
    </message>
    <message>
        <source>nu bekijken</source>
        <translation>look at it now</translation>
    </message>
</context>
<context>
    <name>ConditionPanel</name>
    <message>
        <source>Basisvoorwaarde</source>
        <translation>Basic condition</translation>
    </message>
    <message>
        <source>Basisvoorwaarde vastgelegd</source>
        <translation>Basic condition recorded</translation>
    </message>
    <message>
        <source>Hier staat al: {0}, {1}. Wat je opslaat komt ervoor in de plaats.</source>
        <translation>It says here: {0}, {1}. What you save takes its place.</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>ConditionsPage</name>
    <message>
        <source>Hoe de basisvoorwaarden voor terugkeer ervoor staan.</source>
        <translation>How the basic conditions for return stand.</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Voorwaarden</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>{0}/{1} op orde</source>
        <translation>{0}/{1} arranged</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>(leeg)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Dit is intussen gewijzigd. Wat je typte is er nog: kies per veld wat je wilt houden en sla opnieuw op.</source>
        <translation>This was changed in the meantime. What you typed is still here: choose for each field what to keep, and save again.</translation>
    </message>
    <message>
        <source>Twee versies naast elkaar</source>
        <translation>Two versions side by side</translation>
    </message>
    <message>
        <source>Wat er nu staat</source>
        <translation>What it says now</translation>
    </message>
    <message>
        <source>Wat jij invulde</source>
        <translation>What you filled in</translation>
    </message>
</context>
<context>
    <name>ConsultingForm</name>
    <message>
        <source>Aantekening bij het spreekuur</source>
        <translation>Note about the consulting hour</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Gesprekken die je alleen telt.</source>
        <translation>Conversations you only count.</translation>
    </message>
    <message>
        <source>Gesprekken zonder naam</source>
        <translation>Conversations without a name</translation>
    </message>
    <message>
        <source>Inrichting</source>
        <translation>Facility</translation>
    </message>
    <message>
        <source>Typ een naam en druk op Enter. Staat iemand nog niet in je kluis, dan komt die er nieuw bij. Enter gaat steeds verder.</source>
        <translation>Type a name and press Enter. Someone who is not in your vault yet is added as new. Enter always goes on.</translation>
    </message>
    <message>
        <source>Van alle gesprekken samen; nieuwe personen hierboven tellen vanzelf mee.</source>
        <translation>Of all conversations together; new persons above are included by themselves.</translation>
    </message>
    <message>
        <source>Voor het eerst gesproken</source>
        <translation>Spoken to for the first time</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
</context>
<context>
    <name>ConsultingPage</name>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Inrichting</source>
        <translation>Facility</translation>
    </message>
    <message>
        <source>Je hebt nog geen spreekuur vastgelegd.</source>
        <translation>You have not recorded a consulting hour yet.</translation>
    </message>
    <message>
        <source>Je spreekuren in inrichtingen, hier en in Duitsland.</source>
        <translation>Your consulting hours in facilities, here and in Germany.</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Met naam</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>Spreekuur</source>
        <translation>Consulting hours</translation>
    </message>
    <message>
        <source>Spreekuur vastleggen</source>
        <translation>Record a consulting hour</translation>
    </message>
    <message>
        <source>Voor het eerst</source>
        <translation>First time</translation>
    </message>
    <message>
        <source>spreekuren</source>
        <translation>consulting hours</translation>
    </message>
    <message>
        <source>spreekuur</source>
        <translation>consulting hour</translation>
    </message>
    <message>
        <source>{0} spreekuren · {1} gesprekken · {2} voor het eerst</source>
        <translation>{0} consulting hours · {1} conversations · {2} for the first time</translation>
    </message>
</context>
<context>
    <name>ConsultingPanel</name>
    <message numerus="yes">
        <source>%n gesprek(ken)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message>
        <source>Spreekuur opgeslagen</source>
        <translation>Consulting hour saved</translation>
    </message>
    <message>
        <source>Spreekuur opslaan</source>
        <translation>Save the consulting hour</translation>
    </message>
    <message>
        <source>Spreekuur vastleggen</source>
        <translation>Record a consulting hour</translation>
    </message>
    <message>
        <source>Spreekuur wijzigen</source>
        <translation>Change the consulting hour</translation>
    </message>
    <message>
        <source>{0} met naam, {1} zonder naam, {2} voor het eerst</source>
        <translation>{0} by name, {1} without a name, {2} for the first time</translation>
    </message>
</context>
<context>
    <name>ContextFigureForm</name>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Bij een bandbreedte: het laagste getal.</source>
        <translation>Of a range: the lowest number.</translation>
    </message>
    <message>
        <source>Bij welke pijler hoort het?</source>
        <translation>Which pillar does it belong to?</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: geschat aantal betrokkenen bij plofkraken.</source>
        <translation>For example: estimated number of persons involved in ATM bombings.</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: personen.</source>
        <translation>For example: persons.</translation>
    </message>
    <message>
        <source>De organisatie en het stuk waar het in staat.</source>
        <translation>The organisation and the document it is in.</translation>
    </message>
    <message>
        <source>Het getal</source>
        <translation>The number</translation>
    </message>
    <message>
        <source>Het hoogste getal</source>
        <translation>The highest number</translation>
    </message>
    <message>
        <source>In welke eenheid?</source>
        <translation>In which unit?</translation>
    </message>
    <message>
        <source>Komt als tekst bij de bron te staan; Casus opent het niet.</source>
        <translation>Stands as text with the source; Casus does not open it.</translation>
    </message>
    <message>
        <source>Laat dit op 0 als het één getal is.</source>
        <translation>Leave this at 0 if it is one number.</translation>
    </message>
    <message>
        <source>Van wanneer is het?</source>
        <translation>From when is it?</translation>
    </message>
    <message>
        <source>Van wie komt het?</source>
        <translation>Who does it come from?</translation>
    </message>
    <message>
        <source>Wat zegt dit cijfer?</source>
        <translation>What does this figure say?</translation>
    </message>
    <message>
        <source>Webadres</source>
        <translation>Web address</translation>
    </message>
</context>
<context>
    <name>ContextFigurePanel</name>
    <message>
        <source>Contextcijfer</source>
        <translation>Context figure</translation>
    </message>
    <message>
        <source>Contextcijfer opgeslagen</source>
        <translation>Context figure saved</translation>
    </message>
    <message>
        <source>Contextcijfer verwijderd</source>
        <translation>Context figure deleted</translation>
    </message>
    <message>
        <source>Dit cijfer echt verwijderen?</source>
        <translation>Really delete this figure?</translation>
    </message>
    <message>
        <source>Geen</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>ContextFiguresPage</name>
    <message>
        <source>Cijfer</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Cijfers van anderen, om die van jullie naast te leggen. Altijd met bron en datum.</source>
        <translation>Figures of others, to read yours beside. Always with source and date.</translation>
    </message>
    <message>
        <source>Contextcijfers</source>
        <translation>Context figures</translation>
    </message>
    <message>
        <source>Er staat nog geen cijfer van anderen.</source>
        <translation>There is no figure of others yet.</translation>
    </message>
    <message>
        <source>Nieuw contextcijfer</source>
        <translation>New context figure</translation>
    </message>
    <message>
        <source>Pijler</source>
        <translation>Pillar</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>contextcijfer</source>
        <translation>context figure</translation>
    </message>
    <message>
        <source>contextcijfers</source>
        <translation>context figures</translation>
    </message>
</context>
<context>
    <name>ContributedPage</name>
    <message>
        <source>Aanleveringen</source>
        <translation>Contributions</translation>
    </message>
    <message>
        <source>Er is nog niemand om cijfers van te krijgen. Neem eerst de kaarten van je collega&apos;s over.</source>
        <translation>There is nobody to get figures from yet. Take in the cards of your colleagues first.</translation>
    </message>
    <message>
        <source>Geen schuilnamen die op elkaar lijken.</source>
        <translation>No pseudonyms that are alike.</translation>
    </message>
    <message>
        <source>Misschien dubbel geteld</source>
        <translation>Perhaps counted twice</translation>
    </message>
    <message>
        <source>Neem pakket over</source>
        <translation>Take in a package</translation>
    </message>
    <message>
        <source>Over deze periode is vrijgegeven (nummer {0}). Dat verandert niet meer.</source>
        <translation>Figures for this period were released (number {0}). That does not change any more.</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Personen om na te gaan: {0}</source>
        <translation>Persons to look into: {0}</translation>
    </message>
    <message>
        <source>Schuilnamen die op elkaar lijken. Jij weet niet wie het zijn; je collega&apos;s vinden het onder elkaar uit en zetten het antwoord in hun volgende aanlevering.</source>
        <translation>Pseudonyms that are alike. You do not know who they are; your colleagues find out among themselves and put the answer in their next contribution.</translation>
    </message>
    <message>
        <source>Terugnemen…</source>
        <translation>Take back…</translation>
    </message>
    <message>
        <source>Toon periode</source>
        <translation>Show period</translation>
    </message>
    <message>
        <source>Van wie de cijfers binnen zijn, en van wie nog niet.</source>
        <translation>Whose figures are in, and whose are not yet.</translation>
    </message>
    <message>
        <source>Van wie de cijfers over een periode binnen zijn, en van wie nog niet.</source>
        <translation>Whose figures over a period are in, and whose are not yet.</translation>
    </message>
    <message>
        <source>Verzegel vragen</source>
        <translation>Seal questions</translation>
    </message>
    <message>
        <source>Zonder zegel ontvangen</source>
        <translation>Received without a seal</translation>
    </message>
    <message>
        <source>gemaakt {0}</source>
        <translation>made {0}</translation>
    </message>
    <message>
        <source>peildatum {0}</source>
        <translation>reference date {0}</translation>
    </message>
    <message>
        <source>{0} regels</source>
        <translation>{0} rows</translation>
    </message>
    <message>
        <source>{0} van {1} binnen</source>
        <translation>{0} of {1} in</translation>
    </message>
</context>
<context>
    <name>ContributionPage</name>
    <message>
        <source>Aanmelding</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>Aantal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Basisvoorwaarde</source>
        <translation>Basic condition</translation>
    </message>
    <message>
        <source>Casus</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Detentie</source>
        <translation>Detention</translation>
    </message>
    <message>
        <source>Dit is alles wat de coördinator van jou krijgt om te tellen: codes, geen namen en geen teksten.</source>
        <translation>This is all the coordinator gets from you to count: codes, no names and no texts.</translation>
    </message>
    <message>
        <source>Gesprekken in spreekuur</source>
        <translation>Talks in consulting hour</translation>
    </message>
    <message>
        <source>Gezin</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Gezinslid</source>
        <translation>Family member</translation>
    </message>
    <message>
        <source>Kenmerk tegen dubbel tellen</source>
        <translation>Mark against counting twice</translation>
    </message>
    <message>
        <source>Kies een periode om te zien wat je aanlevert.</source>
        <translation>Choose a period to see what you contribute.</translation>
    </message>
    <message>
        <source>Leefgebied</source>
        <translation>Life domain</translation>
    </message>
    <message>
        <source>Mijn aanlevering</source>
        <translation>My contribution</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Persoon</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Regels</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Samen tellen</source>
        <translation>Counting together</translation>
    </message>
    <message>
        <source>Soort regel</source>
        <translation>Kind of row</translation>
    </message>
    <message>
        <source>Spreekuur</source>
        <translation>Consulting hour</translation>
    </message>
    <message>
        <source>Telling van wat vernietigd is</source>
        <translation>Count of what was destroyed</translation>
    </message>
    <message>
        <source>Toon aanlevering</source>
        <translation>Show contribution</translation>
    </message>
    <message>
        <source>Traject</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>VOG</source>
        <translation>VOG</translation>
    </message>
    <message>
        <source>Versie van de catalogus: {0}.</source>
        <translation>Version of the catalogue: {0}.</translation>
    </message>
    <message>
        <source>Verzegel aanlevering</source>
        <translation>Seal contribution</translation>
    </message>
    <message>
        <source>Wie (schuilnaam)</source>
        <translation>Who (pseudonym)</translation>
    </message>
    <message>
        <source>achternaam, voorletter en geboortedatum</source>
        <translation>surname, initial and birth date</translation>
    </message>
    <message>
        <source>dezelfde als bij een collega</source>
        <translation>the same as at a colleague</translation>
    </message>
    <message>
        <source>een collega heeft de casus nu</source>
        <translation>a colleague has the case now</translation>
    </message>
    <message>
        <source>eerder nummer</source>
        <translation>earlier number</translation>
    </message>
    <message>
        <source>hele naam en geboortedatum</source>
        <translation>full name and birth date</translation>
    </message>
    <message>
        <source>iemand anders dan bij een collega</source>
        <translation>somebody else than at a colleague</translation>
    </message>
    <message>
        <source>loopt</source>
        <translation>running</translation>
    </message>
    <message>
        <source>regel</source>
        <translation>row</translation>
    </message>
    <message>
        <source>regels</source>
        <translation>rows</translation>
    </message>
    <message>
        <source>{0} achteruit</source>
        <translation>{0} back</translation>
    </message>
    <message>
        <source>{0} gelijk</source>
        <translation>{0} the same</translation>
    </message>
    <message>
        <source>{0} regels over {1} personen. Niet erbij: namen, geboortedata, adressen, verslagen, dagen, dossiernummers, en wie in deze periode nergens in voorkomt.</source>
        <translation>{0} rows about {1} persons. Not included: names, birth dates, addresses, reports, days, case numbers, and whoever is in nothing of this period.</translation>
    </message>
    <message>
        <source>{0} vooruit</source>
        <translation>{0} forward</translation>
    </message>
</context>
<context>
    <name>ContributionPanel</name>
    <message>
        <source>Aanlevering verzegeld. Geef het bestand aan je coördinator.</source>
        <translation>Contribution sealed. Give the file to your coordinator.</translation>
    </message>
    <message>
        <source>Aanlevering verzegelen</source>
        <translation>Seal the contribution</translation>
    </message>
    <message>
        <source>Precies de regels die je zag, voor {0}. Een eerdere aanlevering over deze periode wordt vervangen.</source>
        <translation>Exactly the rows you saw, for {0}. An earlier contribution over this period is replaced.</translation>
    </message>
    <message>
        <source>Verzegelen en bewaren</source>
        <translation>Seal and save</translation>
    </message>
</context>
<context>
    <name>ConversationLine</name>
    <message>
        <source>Gesprek {0} weghalen</source>
        <translation>Remove conversation {0}</translation>
    </message>
    <message>
        <source>Gesprek {0}: geboren</source>
        <translation>Conversation {0}: born</translation>
    </message>
    <message>
        <source>Gesprek {0}: gevonden personen</source>
        <translation>Conversation {0}: persons found</translation>
    </message>
    <message>
        <source>Gesprek {0}: naam</source>
        <translation>Conversation {0}: name</translation>
    </message>
    <message>
        <source>Gesprek {0}: waar ging het over</source>
        <translation>Conversation {0}: what it was about</translation>
    </message>
    <message>
        <source>Gesprek {0}: weer op</source>
        <translation>Conversation {0}: again on</translation>
    </message>
    <message>
        <source>Nieuwe persoon: {0}</source>
        <translation>New person: {0}</translation>
    </message>
    <message>
        <source>Toch iemand anders: {0}</source>
        <translation>Someone else after all: {0}</translation>
    </message>
    <message>
        <source>geboren</source>
        <translation>born</translation>
    </message>
    <message>
        <source>naam</source>
        <translation>name</translation>
    </message>
    <message>
        <source>waar ging het over?</source>
        <translation>what was it about?</translation>
    </message>
    <message>
        <source>weer op</source>
        <translation>again on</translation>
    </message>
</context>
<context>
    <name>CorrectPanel</name>
    <message>
        <source>Contact verbeteren</source>
        <translation>Correct the contact</translation>
    </message>
    <message>
        <source>Contact verwijderd</source>
        <translation>Contact deleted</translation>
    </message>
    <message>
        <source>Echt verwijderen? Je kunt het nog ongedaan maken.</source>
        <translation>Really delete it? You can still undo it.</translation>
    </message>
    <message>
        <source>Vastleggen wat is gedeeld</source>
        <translation>Record what was shared</translation>
    </message>
    <message>
        <source>Verbetering opgeslagen</source>
        <translation>Correction saved</translation>
    </message>
    <message>
        <source>Verbetering opslaan</source>
        <translation>Save the correction</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
</context>
<context>
    <name>CorrectionCarryOutForm</name>
    <message>
        <source>Wat komt er te staan?</source>
        <translation>What is it to say?</translation>
    </message>
</context>
<context>
    <name>CorrectionDecideForm</name>
    <message>
        <source>Door wie?</source>
        <translation>By whom?</translation>
    </message>
    <message>
        <source>Noem een waarde die gewist moet worden hier niet.</source>
        <translation>Do not name a value here that has to be erased.</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Wanneer is dit besloten?</source>
        <translation>When was this decided?</translation>
    </message>
    <message>
        <source>Wat besluit je?</source>
        <translation>What do you decide?</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Hoe zei de betrokkene het?</source>
        <translation>How did the person say it?</translation>
    </message>
    <message>
        <source>In eigen woorden.</source>
        <translation>In their own words.</translation>
    </message>
    <message>
        <source>Typ een datum of een woord om te zoeken.</source>
        <translation>Type a date or a word to search.</translation>
    </message>
    <message>
        <source>Waarmee is de betrokkene het niet eens?</source>
        <translation>What does the person disagree with?</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Wat daarvan?</source>
        <translation>Which part of it?</translation>
    </message>
    <message>
        <source>Wat moet er komen te staan?</source>
        <translation>What should it say?</translation>
    </message>
    <message>
        <source>Wat vraagt de betrokkene?</source>
        <translation>What does the person ask?</translation>
    </message>
    <message>
        <source>Wat zegt de betrokkene?</source>
        <translation>What does the person say?</translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message>
        <source>Alles wat hier staat</source>
        <translation>All that stands here</translation>
    </message>
    <message>
        <source>De betrokkene is het er niet mee eens</source>
        <translation>The person disagrees</translation>
    </message>
    <message>
        <source>Nu staat er: {0}</source>
        <translation>It now says: {0}</translation>
    </message>
    <message>
        <source>Vastgelegd. Beslis erover bij Verantwoording in het dossier.</source>
        <translation>Recorded. Decide on it under Accountability in the dossier.</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Verbeteren of aanvullen</source>
        <translation>Correct or complete</translation>
    </message>
    <message>
        <source>Wissen</source>
        <translation>Erase</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>De inhoud verdwijnt. Dat er iets gewist is blijft zichtbaar.</source>
        <translation>The content disappears. That something was erased stays visible.</translation>
    </message>
    <message>
        <source>Een rechtszaak heeft dit gegeven nodig (AVG artikel 17, lid 3e).</source>
        <translation>A legal claim needs this (GDPR article 17(3)(e)).</translation>
    </message>
    <message>
        <source>Een wettelijke taak heeft dit gegeven nodig (AVG artikel 17, lid 3b).</source>
        <translation>A legal task needs this (GDPR article 17(3)(b)).</translation>
    </message>
    <message>
        <source>Er verandert niets. Vertel de betrokkene waarom.</source>
        <translation>Nothing changes. Tell the person why.</translation>
    </message>
    <message>
        <source>Het was fout, maar de oude waarde moet te volgen blijven: er is op besloten, of ze is gedeeld.</source>
        <translation>It was wrong, but the old value must stay traceable: something was decided on it, or it was shared.</translation>
    </message>
    <message>
        <source>Het was fout. De nieuwe waarde komt ervoor in de plaats; de oude laat geen spoor na.</source>
        <translation>It was wrong. The new value takes its place; the old one leaves no trace.</translation>
    </message>
    <message>
        <source>Jullie oordeel blijft staan. Wat de betrokkene zegt staat er voortaan naast.</source>
        <translation>Your judgement stays. What the person says stands beside it from now on.</translation>
    </message>
    <message>
        <source>Zienswijze van de betrokkene{0}, {1}: {2}</source>
        <translation>View of the person{0}, {1}: {2}</translation>
    </message>
    <message>
        <source>{0} gewist op verzoek op {1}.</source>
        <translation>{0} erased on request on {1}.</translation>
    </message>
    <message>
        <source>{0} verbeterd op verzoek op {1}.</source>
        <translation>{0} corrected on request on {1}.</translation>
    </message>
    <message>
        <source>{0} verbeterd op {1}. Eerst stond er: {2} Reden: {3}</source>
        <translation>{0} corrected on {1}. It said before: {2} Reason: {3}</translation>
    </message>
</context>
<context>
    <name>CoveragePanel</name>
    <message>
        <source>Aangeleverd zonder naam</source>
        <translation>Contributed without a name</translation>
    </message>
    <message>
        <source>Wie leverde aan?</source>
        <translation>Who contributed?</translation>
    </message>
    <message>
        <source>peildatum {0}</source>
        <translation>reference date {0}</translation>
    </message>
</context>
<context>
    <name>CriteriaField</name>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Weten we niet</source>
        <translation>Not known</translation>
    </message>
</context>
<context>
    <name>CustodyActs</name>
    <message>
        <source>Aanvraag weggehaald</source>
        <translation>Application removed</translation>
    </message>
    <message>
        <source>Basisvoorwaarde vastgelegd</source>
        <translation>Basic condition recorded</translation>
    </message>
    <message>
        <source>Stap vastgelegd met de datum van vandaag</source>
        <translation>Step recorded with today’s date</translation>
    </message>
    <message>
        <source>Verlof weggehaald</source>
        <translation>Leave removed</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>Aangeleverd: {0} van {1}.</source>
        <translation>Contributed: {0} of {1}.</translation>
    </message>
    <message>
        <source>Andere peildatum: {0}.</source>
        <translation>Other reference date: {0}.</translation>
    </message>
    <message>
        <source>Er staan geen PGA-experts of RIO’s in het register.</source>
        <translation>There are no PGA experts or RIOs in the register.</translation>
    </message>
    <message>
        <source>Intern, nog niet beschermd</source>
        <translation>Internal, not protected yet</translation>
    </message>
    <message>
        <source>Met een oudere catalogus: {0}.</source>
        <translation>With an older catalogue: {0}.</translation>
    </message>
    <message>
        <source>Ontbreekt: {0}.</source>
        <translation>Missing: {0}.</translation>
    </message>
    <message>
        <source>Tot vandaag hoort daar {0} bij.</source>
        <translation>Up to today that comes to {0}.</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>Cijfer</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Cijfers</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Contextcijfers</source>
        <translation>Context figures</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>De cijfers van een periode, alleen voor jou. Enter opent een cijfer.</source>
        <translation>The figures of a period, for you only. Enter opens a figure.</translation>
    </message>
    <message>
        <source>Doel</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Er zijn geen indicatoren.</source>
        <translation>There are no indicators.</translation>
    </message>
    <message>
        <source>Indicatoren</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Rapportageperioden</source>
        <translation>Reporting periods</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Vorige</source>
        <translation>Former</translation>
    </message>
    <message>
        <source>Wie leverde aan?</source>
        <translation>Who contributed?</translation>
    </message>
    <message>
        <source>cijfer</source>
        <translation>figure</translation>
    </message>
    <message>
        <source>cijfers</source>
        <translation>figures</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>gisteren</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>morgen</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>over {0} dagen</source>
        <translation>in {0} days</translation>
    </message>
    <message>
        <source>vandaag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>{0} dagen geleden</source>
        <translation>{0} days ago</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Afgesproken</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Dagstaat</source>
        <translation>Day sheet</translation>
    </message>
    <message>
        <source>Dit dossier is afgeschermd. Open het om te zien wie het is en waar.</source>
        <translation>This dossier is restricted. Open it to see who it is and where.</translation>
    </message>
    <message>
        <source>Dossier openen</source>
        <translation>Open dossier</translation>
    </message>
    <message>
        <source>Nog geen contact dat lukte.</source>
        <translation>No contact that succeeded yet.</translation>
    </message>
    <message>
        <source>Nog vragen</source>
        <translation>To ask</translation>
    </message>
    <message>
        <source>Open taken</source>
        <translation>Open tasks</translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Tolk</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>Verslag gemaakt</source>
        <translation>Report written</translation>
    </message>
    <message>
        <source>Verslag maken</source>
        <translation>Write report</translation>
    </message>
    <message>
        <source>Vorige keer</source>
        <translation>Last time</translation>
    </message>
    <message>
        <source>Waar</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Wie je treft</source>
        <translation>Who may be there</translation>
    </message>
    <message>
        <source>Zonder tijd</source>
        <translation>No time</translation>
    </message>
    <message>
        <source>vertegenwoordiger</source>
        <translation>representative</translation>
    </message>
    <message>
        <source>{0} jaar</source>
        <translation>{0} years</translation>
    </message>
</context>
<context>
    <name>DaySheetPage</name>
    <message>
        <source>Afspraken van de dag</source>
        <translation>Appointments of the day</translation>
    </message>
    <message>
        <source>Morgen</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Op deze dag staat geen afspraak gepland.</source>
        <translation>No appointment is planned on this day.</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Volgende dag</source>
        <translation>Next day</translation>
    </message>
    <message>
        <source>Vorige dag</source>
        <translation>Previous day</translation>
    </message>
</context>
<context>
    <name>DecidePanel</name>
    <message>
        <source>Besluit over een correctie</source>
        <translation>Decision on a correction</translation>
    </message>
    <message>
        <source>Besluit vastgelegd</source>
        <translation>Decision recorded</translation>
    </message>
    <message>
        <source>Besluit vastleggen</source>
        <translation>Record the decision</translation>
    </message>
    <message>
        <source>De betrokkene zegt: {0}</source>
        <translation>The person says: {0}</translation>
    </message>
    <message>
        <source>Dit is sinds het verzoek gewijzigd. Toen stond er: {0}</source>
        <translation>This was changed since the request. It said then: {0}</translation>
    </message>
    <message>
        <source>Er moet komen te staan: {0}</source>
        <translation>It should say: {0}</translation>
    </message>
    <message>
        <source>Het gaat om alles wat hier staat.</source>
        <translation>It is about all that stands here.</translation>
    </message>
    <message>
        <source>Nu staat er: {0}</source>
        <translation>It now says: {0}</translation>
    </message>
</context>
<context>
    <name>DemoHint</name>
    <message>
        <source>Dit is de demo: alle mensen zijn verzonnen. Het wachtwoord is “{0}”.</source>
        <translation>This is the demo: all people are made up. The password is “{0}”.</translation>
    </message>
    <message>
        <source>Kijk mee met</source>
        <translation>Look in as</translation>
    </message>
</context>
<context>
    <name>Destroyed</name>
    <message>
        <source>Door wie</source>
        <translation>By whom</translation>
    </message>
    <message>
        <source>Er is nog niets vernietigd.</source>
        <translation>Nothing was destroyed yet.</translation>
    </message>
    <message>
        <source>Vernietigd</source>
        <translation>Destroyed</translation>
    </message>
    <message>
        <source>Vernietigd op</source>
        <translation>Destroyed on</translation>
    </message>
    <message>
        <source>Waarom</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>met {0}</source>
        <translation>with {0}</translation>
    </message>
    <message>
        <source>nr. {0}</source>
        <translation>no. {0}</translation>
    </message>
    <message>
        <source>vernietiging</source>
        <translation>destruction</translation>
    </message>
    <message>
        <source>vernietigingen</source>
        <translation>destructions</translation>
    </message>
</context>
<context>
    <name>DestructionPropose</name>
    <message>
        <source>Waarom mag dit weg?</source>
        <translation>Why may this go?</translation>
    </message>
</context>
<context>
    <name>DestructionSign</name>
    <message>
        <source>De zin die je koos toen je als tweede persoon werd aangemeld.</source>
        <translation>The phrase you chose when you were enrolled as second person.</translation>
    </message>
    <message>
        <source>Iemand anders dan wie het voorstelde. Geef deze collega nu de laptop.</source>
        <translation>Someone else than who proposed it. Hand the laptop to this colleague now.</translation>
    </message>
    <message>
        <source>Ik heb gecontroleerd dat dit weg mag</source>
        <translation>I have checked that this may go</translation>
    </message>
    <message>
        <source>Jouw eigen geheime zin</source>
        <translation>Your own secret phrase</translation>
    </message>
    <message>
        <source>Waarom niet vernietigen?</source>
        <translation>Why not destroy it?</translation>
    </message>
    <message>
        <source>Wat is je oordeel?</source>
        <translation>What do you decide?</translation>
    </message>
    <message>
        <source>Wie controleert dit?</source>
        <translation>Who checks this?</translation>
    </message>
</context>
<context>
    <name>DetentionForm</name>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>BIJ-melding ontvangen op</source>
        <translation>BIJ notice received on</translation>
    </message>
    <message>
        <source>D&amp;R-plan ontvangen op</source>
        <translation>D&amp;R plan received on</translation>
    </message>
    <message>
        <source>In welke inrichting?</source>
        <translation>In which facility?</translation>
    </message>
    <message>
        <source>Is de einddatum bekend?</source>
        <translation>Is the end date known?</translation>
    </message>
    <message>
        <source>Komt vrij op</source>
        <translation>Release date</translation>
    </message>
    <message>
        <source>Regime of afdeling</source>
        <translation>Regime or wing</translation>
    </message>
    <message>
        <source>Sinds wanneer?</source>
        <translation>Since when?</translation>
    </message>
    <message>
        <source>Strafoverdracht</source>
        <translation>Sentence transfer</translation>
    </message>
    <message>
        <source>Typ een naam en kies iemand uit je kluis.</source>
        <translation>Type a name and choose someone from your vault.</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Wie zit vast?</source>
        <translation>Who is detained?</translation>
    </message>
</context>
<context>
    <name>DetentionPanel</name>
    <message>
        <source>Detentie</source>
        <translation>Detention</translation>
    </message>
    <message>
        <source>Detentie opgeslagen</source>
        <translation>Detention saved</translation>
    </message>
    <message>
        <source>Detentie opslaan</source>
        <translation>Save detention</translation>
    </message>
    <message>
        <source>{0} (niet meer op de lijst)</source>
        <translation>{0} (no longer on the list)</translation>
    </message>
</context>
<context>
    <name>DetentionTab</name>
    <message>
        <source>1 op orde · 2 in behandeling · 3 niet op orde · 4 onbekend · Enter: stap en datum</source>
        <translation>1 arranged · 2 in progress · 3 not arranged · 4 unknown · Enter: step and date</translation>
    </message>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>BIJ-melding ontvangen</source>
        <translation>BIJ notice received</translation>
    </message>
    <message>
        <source>Basisvoorwaarden</source>
        <translation>Basic conditions</translation>
    </message>
    <message>
        <source>Basisvoorwaarden, {0}</source>
        <translation>Basic conditions, {0}</translation>
    </message>
    <message>
        <source>Binnen sinds</source>
        <translation>Inside since</translation>
    </message>
    <message>
        <source>D&amp;R-plan ontvangen</source>
        <translation>D&amp;R plan received</translation>
    </message>
    <message>
        <source>Detentie</source>
        <translation>Detention</translation>
    </message>
    <message>
        <source>Detentie vastleggen</source>
        <translation>Record detention</translation>
    </message>
    <message>
        <source>Gegevens wijzigen</source>
        <translation>Edit details</translation>
    </message>
    <message>
        <source>Het ID-bewijs is overhandigd, maar staat bij de basisvoorwaarden nog niet op orde.</source>
        <translation>The identity document was handed over, but is not marked as arranged among the basic conditions.</translation>
    </message>
    <message>
        <source>Komt vrij</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>MDO</source>
        <translation>Multidisciplinary meeting</translation>
    </message>
    <message>
        <source>MDO plannen</source>
        <translation>Plan multidisciplinary meeting</translation>
    </message>
    <message>
        <source>Niet in detentie, voor zover bekend.</source>
        <translation>Not in detention, as far as known.</translation>
    </message>
    <message>
        <source>Overgeplaatst</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>Overgeplaatst op</source>
        <translation>Transferred on</translation>
    </message>
    <message>
        <source>Strafoverdracht</source>
        <translation>Sentence transfer</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Legal title</translation>
    </message>
    <message>
        <source>Verlof</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Verlof toevoegen</source>
        <translation>Add leave</translation>
    </message>
    <message>
        <source>Vrijgekomen</source>
        <translation>Released</translation>
    </message>
    <message>
        <source>Vrijgekomen op</source>
        <translation>Released on</translation>
    </message>
    <message>
        <source>Vrijlating vastleggen</source>
        <translation>Record release</translation>
    </message>
    <message>
        <source>Vrijlating verbeteren</source>
        <translation>Correct release</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Zet op orde</source>
        <translation>Mark as arranged</translation>
    </message>
    <message>
        <source>Zit vast</source>
        <translation>Detained</translation>
    </message>
    <message>
        <source>gepland {0}</source>
        <translation>planned {0}</translation>
    </message>
    <message>
        <source>had uiterlijk {0} moeten zijn</source>
        <translation>should have been by {0}</translation>
    </message>
    <message>
        <source>laatst {0}</source>
        <translation>last on {0}</translation>
    </message>
    <message>
        <source>nog niet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>uiterlijk {0}</source>
        <translation>by {0}</translation>
    </message>
    <message>
        <source>verlof {0}</source>
        <translation>leave {0}</translation>
    </message>
</context>
<context>
    <name>DetentionsPage</name>
    <message>
        <source>Binnen</source>
        <translation>Inside</translation>
    </message>
    <message>
        <source>Detentie</source>
        <translation>Detention</translation>
    </message>
    <message>
        <source>Detentie vastleggen</source>
        <translation>Record detention</translation>
    </message>
    <message>
        <source>Er staan nog geen detenties in je kluis.</source>
        <translation>There are no detentions in your vault yet.</translation>
    </message>
    <message>
        <source>Er zit nu niemand vast; in je kluis staan {0}.</source>
        <translation>Nobody is inside now; your vault holds {0}.</translation>
    </message>
    <message>
        <source>Lijst</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Legal title</translation>
    </message>
    <message>
        <source>Voorwaarden</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Vrij (verwacht)</source>
        <translation>Release (expected)</translation>
    </message>
    <message>
        <source>Vrijgekomen</source>
        <translation>Released</translation>
    </message>
    <message>
        <source>Vrijlatingen</source>
        <translation>Releases</translation>
    </message>
    <message>
        <source>Weergave</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Wie vastzit, waar, en wanneer iemand vrijkomt.</source>
        <translation>Who is detained, where, and when they are released.</translation>
    </message>
    <message>
        <source>Zekerheid</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <source>detentie</source>
        <translation>detention</translation>
    </message>
    <message>
        <source>detenties</source>
        <translation>detentions</translation>
    </message>
</context>
<context>
    <name>DisputesCard</name>
    <message>
        <source>Beperking opheffen</source>
        <translation>Lift the restriction</translation>
    </message>
    <message>
        <source>Beslissen</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>Bezwaar vastleggen</source>
        <translation>Record an objection</translation>
    </message>
    <message>
        <source>De betrokkene heeft nergens bezwaar tegen gemaakt.</source>
        <translation>The person has not objected to anything.</translation>
    </message>
    <message>
        <source>Loopt</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Niet mee eens</source>
        <translation>Disagrees</translation>
    </message>
    <message>
        <source>Niet mee eens: correcties en bezwaren</source>
        <translation>Disagrees: corrections and objections</translation>
    </message>
    <message>
        <source>Ontvangers inlichten ({0})</source>
        <translation>Tell recipients ({0})</translation>
    </message>
    <message>
        <source>Opnieuw beslissen</source>
        <translation>Decide again</translation>
    </message>
    <message>
        <source>Reden: {0}</source>
        <translation>Reason: {0}</translation>
    </message>
    <message>
        <source>Uitvoeren</source>
        <translation>Carry out</translation>
    </message>
    <message>
        <source>besloten {0}</source>
        <translation>decided {0}</translation>
    </message>
    <message>
        <source>genoteerd {0}</source>
        <translation>noted {0}</translation>
    </message>
    <message>
        <source>opgeheven {0}</source>
        <translation>lifted {0}</translation>
    </message>
    <message>
        <source>staat niet meer in de kluis</source>
        <translation>no longer in the vault</translation>
    </message>
    <message>
        <source>{0} op {1} door {2}</source>
        <translation>{0} on {1} by {2}</translation>
    </message>
</context>
<context>
    <name>DomainsTab</name>
    <message>
        <source>0-meting vastleggen</source>
        <translation>Record baseline</translation>
    </message>
    <message>
        <source>Alle metingen</source>
        <translation>All assessments</translation>
    </message>
    <message>
        <source>Casus openen</source>
        <translation>Open case</translation>
    </message>
    <message>
        <source>Een meting hoort bij een casus. Open er eerst een.</source>
        <translation>An assessment belongs to a case. Open one first.</translation>
    </message>
    <message>
        <source>Hoe gaat het in je hele caseload?</source>
        <translation>How does your whole caseload go?</translation>
    </message>
    <message>
        <source>Leefgebied</source>
        <translation>Life domain</translation>
    </message>
    <message>
        <source>Leefgebieden</source>
        <translation>Life domains</translation>
    </message>
    <message>
        <source>Nieuwe meting vastleggen</source>
        <translation>Record new assessment</translation>
    </message>
    <message>
        <source>Nog geen meting. Bespreek de leefgebieden, samen als dat kan.</source>
        <translation>No assessment yet. Go through the life domains, together if you can.</translation>
    </message>
    <message>
        <source>Toelichting bij {0}</source>
        <translation>Notes to {0}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>DonePanel</name>
    <message>
        <source>Het bestand van je kluis is nog niet schoongeschreven (is de schijf vol?). Casus doet dat vanzelf zodra je de kluis weer ontgrendelt.</source>
        <translation>The file of your vault was not written clean yet (is the disk full?). Casus does so by itself as soon as you unlock the vault again.</translation>
    </message>
    <message>
        <source>In het logboek staat alleen dat dit vernietigd is, door wie en waarom. De tellingen kloppen nog.</source>
        <translation>The log only says that this was destroyed, by whom and why. The counts are still right.</translation>
    </message>
    <message>
        <source>Reservekopieën en pakketten die al buiten deze kluis staan, verlopen binnen 90 dagen: uiterlijk {0}. Tot dan kan iemand met de sleutel ze nog lezen.</source>
        <translation>Backups and packages that are outside this vault already expire within 90 days: on {0} at the latest. Until then someone with the key can still read them.</translation>
    </message>
    <message>
        <source>Vernietigd</source>
        <translation>Destroyed</translation>
    </message>
    <message>
        <source>Voorgoed weg: {0}.</source>
        <translation>Gone for good: {0}.</translation>
    </message>
</context>
<context>
    <name>DossierActions</name>
    <message>
        <source>Afspraak geannuleerd</source>
        <translation>Appointment cancelled</translation>
    </message>
    <message>
        <source>Gezinslid uit het gezin gehaald</source>
        <translation>Family member removed from the family</translation>
    </message>
    <message>
        <source>Op wachtlijst gezet</source>
        <translation>Put on the waiting list</translation>
    </message>
    <message>
        <source>Taak gedaan</source>
        <translation>Task done</translation>
    </message>
    <message>
        <source>Taak vervallen</source>
        <translation>Task cancelled</translation>
    </message>
    <message>
        <source>Verhaal-tip gegeven. Je vindt hem terug bij Verhalen.</source>
        <translation>Story tip given. You find it again under Stories.</translation>
    </message>
    <message>
        <source>Verhaal-tip weggehaald</source>
        <translation>Story tip taken away</translation>
    </message>
</context>
<context>
    <name>DossierHeader</name>
    <message>
        <source>Afgeschermd dossier: met een reden geopend, open tot {0} of tot je vergrendelt.</source>
        <translation>Restricted dossier: opened with a reason, open until {0} or until you lock.</translation>
    </message>
    <message>
        <source>Afschermen…</source>
        <translation>Restrict…</translation>
    </message>
    <message>
        <source>Afscherming wijzigen…</source>
        <translation>Change the restriction…</translation>
    </message>
    <message>
        <source>Afspraak maken</source>
        <translation>Make an appointment</translation>
    </message>
    <message>
        <source>Ander contact vastleggen</source>
        <translation>Record another contact</translation>
    </message>
    <message>
        <source>Betrokkene is het niet eens met iets</source>
        <translation>The person disagrees with something</translation>
    </message>
    <message>
        <source>Betrokkene maakt bezwaar</source>
        <translation>The person objects</translation>
    </message>
    <message>
        <source>Casus afsluiten</source>
        <translation>Close case</translation>
    </message>
    <message>
        <source>Casus heropenen</source>
        <translation>Reopen case</translation>
    </message>
    <message>
        <source>Casussen van deze persoon</source>
        <translation>Cases of this person</translation>
    </message>
    <message>
        <source>Collega toewijzen</source>
        <translation>Assign a colleague</translation>
    </message>
    <message>
        <source>Detentiebezoek vastleggen</source>
        <translation>Record prison visit</translation>
    </message>
    <message>
        <source>Fase: {0}</source>
        <translation>Phase: {0}</translation>
    </message>
    <message>
        <source>Fase: {0}. Wijzigen</source>
        <translation>Phase: {0}. Change</translation>
    </message>
    <message>
        <source>Gegevens gedeeld</source>
        <translation>Data shared</translation>
    </message>
    <message>
        <source>Grondslag en criteria wijzigen</source>
        <translation>Change basis and criteria</translation>
    </message>
    <message>
        <source>Hertoets vastleggen</source>
        <translation>Record review</translation>
    </message>
    <message>
        <source>Huisbezoek vastleggen</source>
        <translation>Record home visit</translation>
    </message>
    <message>
        <source>Intake afronden</source>
        <translation>Finish the intake</translation>
    </message>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Nieuwe casus openen</source>
        <translation>Open a new case</translation>
    </message>
    <message>
        <source>Overdragen…</source>
        <translation>Transfer…</translation>
    </message>
    <message>
        <source>Overgedragen aan {0} op {1}. Dit is een kopie: je leest hier, je collega werkt eraan.</source>
        <translation>Handed over to {0} on {1}. This is a copy: you read here, your colleague works on it.</translation>
    </message>
    <message>
        <source>Persoon informeren</source>
        <translation>Tell the person</translation>
    </message>
    <message>
        <source>Persoon wijzigen</source>
        <translation>Edit person</translation>
    </message>
    <message>
        <source>Samenvoegen met …</source>
        <translation>Merge with …</translation>
    </message>
    <message>
        <source>Screening vastleggen</source>
        <translation>Record the screening</translation>
    </message>
    <message>
        <source>Taak toevoegen</source>
        <translation>Add task</translation>
    </message>
    <message>
        <source>Verhaal-tip geven</source>
        <translation>Give story tip</translation>
    </message>
    <message>
        <source>Verhaal-tip weghalen</source>
        <translation>Take story tip away</translation>
    </message>
    <message>
        <source>Verzoek van de persoon vastleggen</source>
        <translation>Record a request of the person</translation>
    </message>
    <message>
        <source>Weer sluiten</source>
        <translation>Close again</translation>
    </message>
    <message>
        <source>hertoets {0}</source>
        <translation>review {0}</translation>
    </message>
    <message>
        <source>nu in {0}</source>
        <translation>now in {0}</translation>
    </message>
    <message>
        <source>regie: {0}</source>
        <translation>lead: {0}</translation>
    </message>
    <message>
        <source>verhaal-tip</source>
        <translation>story tip</translation>
    </message>
    <message>
        <source>{0} jaar</source>
        <translation>{0} years</translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>Afgeschermd dossier</source>
        <translation>Restricted dossier</translation>
    </message>
    <message>
        <source>Bezoek vastleggen</source>
        <translation>Record visit</translation>
    </message>
    <message>
        <source>Bijlage plakken</source>
        <translation>Paste an attachment</translation>
    </message>
    <message>
        <source>Bijlagen</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Detentie</source>
        <translation>Detention</translation>
    </message>
    <message>
        <source>Detentiebezoek vastleggen</source>
        <translation>Record prison visit</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Gezin</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Leefgebieden</source>
        <translation>Life domains</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Tijdlijn</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Trajecten</source>
        <translation>Programmes</translation>
    </message>
    <message>
        <source>Verantwoording</source>
        <translation>Accountability</translation>
    </message>
</context>
<context>
    <name>DraftsCard</name>
    <message>
        <source>Alle {0} concepten tonen</source>
        <translation>Show all {0} drafts</translation>
    </message>
    <message>
        <source>Bewaard {0}</source>
        <translation>Kept {0}</translation>
    </message>
    <message>
        <source>Concepten</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Formulier</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Geen formulieren die nog af moeten.</source>
        <translation>No forms left to finish.</translation>
    </message>
</context>
<context>
    <name>DropCover</name>
    <message>
        <source>Laat los om toe te voegen aan dit dossier</source>
        <translation>Let go to add to this dossier</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Dubbele personen</source>
        <translation>Duplicate persons</translation>
    </message>
    <message>
        <source>Geen dubbele</source>
        <translation>Not a duplicate</translation>
    </message>
    <message>
        <source>Meer tonen</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Misschien dezelfde persoon ({0})</source>
        <translation>Maybe the same person ({0})</translation>
    </message>
    <message>
        <source>Niemand staat dubbel in je kluis, voor zover Casus ziet.</source>
        <translation>Nobody is in your vault twice, as far as Casus can see.</translation>
    </message>
    <message>
        <source>Onthouden: dit zijn twee personen</source>
        <translation>Remembered: these are two persons</translation>
    </message>
    <message>
        <source>Samengevoegd</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>Uit elkaar halen</source>
        <translation>Take apart</translation>
    </message>
    <message>
        <source>Vergelijken</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Wie misschien twee keer in je kluis staat, en wie is samengevoegd.</source>
        <translation>Who may be in your vault twice, and who was merged.</translation>
    </message>
    <message>
        <source>Wie misschien twee keer in je kluis staat. Jij beslist; Casus voegt niets zelf samen.</source>
        <translation>Who may be in your vault twice. You decide; Casus merges nothing by itself.</translation>
    </message>
    <message>
        <source>daarna zelf samengevoegd</source>
        <translation>merged again later</translation>
    </message>
    <message>
        <source>in de kluis van een collega</source>
        <translation>in a colleague&apos;s vault</translation>
    </message>
    <message>
        <source>wat ervoor gold is vernietigd</source>
        <translation>what was there before was destroyed</translation>
    </message>
    <message>
        <source>{0} ({1}), met {2}</source>
        <translation>{0} ({1}), with {2}</translation>
    </message>
    <message>
        <source>{0} en {1}</source>
        <translation>{0} and {1}</translation>
    </message>
</context>
<context>
    <name>ElsewhereForm</name>
    <message>
        <source>Afgerond op een veelvoud van</source>
        <translation>Rounded to a multiple of</translation>
    </message>
    <message>
        <source>Bijvoorbeeld 2022-10..2023-10, 2023 of 2023-Q1.</source>
        <translation>For example 2022-10..2023-10, 2023 or 2023-Q1.</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: Jeugdmonitor 2024, tabel 3.</source>
        <translation>For example: Youth Monitor 2024, table 3.</translation>
    </message>
    <message>
        <source>Eén groep per regel. Leeg: er staat één getal in.</source>
        <translation>One group per line. Empty: there is one number in it.</translation>
    </message>
    <message>
        <source>Hoe staan de getallen erin?</source>
        <translation>How are the numbers shown?</translation>
    </message>
    <message>
        <source>Kies het cijfer van Casus dat hetzelfde telt.</source>
        <translation>Choose the figure of Casus that counts the same.</translation>
    </message>
    <message>
        <source>Laat leeg wat er niet in genoemd is.</source>
        <translation>Leave empty what is not named in it.</translation>
    </message>
    <message>
        <source>Over welke periode?</source>
        <translation>Over which period?</translation>
    </message>
    <message>
        <source>Waar is het naar uitgesplitst?</source>
        <translation>What is it broken down by?</translation>
    </message>
    <message>
        <source>Waar stond het?</source>
        <translation>Where was it?</translation>
    </message>
    <message>
        <source>Wanneer kwam het uit?</source>
        <translation>When did it come out?</translation>
    </message>
    <message>
        <source>Wat is er geteld?</source>
        <translation>What was counted?</translation>
    </message>
    <message>
        <source>Welke getallen staan erin?</source>
        <translation>Which numbers are in it?</translation>
    </message>
    <message>
        <source>Welke groepen staan erin?</source>
        <translation>Which groups are in it?</translation>
    </message>
    <message>
        <source>Wie of wat is er geteld?</source>
        <translation>Who or what was counted?</translation>
    </message>
</context>
<context>
    <name>ElsewherePanel</name>
    <message>
        <source>Afgerond</source>
        <translation>Rounded</translation>
    </message>
    <message>
        <source>Een tabel over dezelfde mensen die al buiten is. Casus rekent er bij elke vrijgave mee.</source>
        <translation>A table about the same people that is out already. Casus reckons with it in every release.</translation>
    </message>
    <message>
        <source>Eerder elders gepubliceerd</source>
        <translation>Published elsewhere before</translation>
    </message>
    <message>
        <source>Iets anders</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>In het boek zetten</source>
        <translation>Put in the book</translation>
    </message>
    <message>
        <source>Niet uitgesplitst</source>
        <translation>Not broken down</translation>
    </message>
    <message>
        <source>Precies</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>Publicatie staat in het boek van vrijgaven</source>
        <translation>The publication is in the book of releases</translation>
    </message>
</context>
<context>
    <name>EnrolPanel</name>
    <message>
        <source>Aanmelden</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>Doe dit samen: je collega typt zelf een geheime zin, die jij niet kent.</source>
        <translation>Do this together: your colleague types a secret phrase that you do not know.</translation>
    </message>
    <message>
        <source>Iemand anders…</source>
        <translation>Someone else…</translation>
    </message>
    <message>
        <source>Tweede persoon aangemeld</source>
        <translation>Second person enrolled</translation>
    </message>
    <message>
        <source>Tweede persoon aanmelden</source>
        <translation>Enrol a second person</translation>
    </message>
</context>
<context>
    <name>EntryPanel</name>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>De klok van de computer stond bij deze regel vroeger dan bij de regel ervoor.</source>
        <translation>The computer&apos;s clock stood earlier at this line than at the line before.</translation>
    </message>
    <message>
        <source>Dit dossier is afgeschermd. Open het met een reden om te zien wat er veranderde.</source>
        <translation>This dossier is restricted. Open it with a reason to see what changed.</translation>
    </message>
    <message>
        <source>Gewist, samen met het gegeven zelf.</source>
        <translation>Erased, together with the record itself.</translation>
    </message>
    <message>
        <source>Reden</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Regel van het logboek</source>
        <translation>Line of the log</translation>
    </message>
    <message numerus="yes">
        <source>Samen met %n andere regel(s)</source>
        <translation>
            <numerusform>Together with %n other line</numerusform>
            <numerusform>Together with %n other lines</numerusform>
        </translation>
    </message>
    <message>
        <source>Waarbij</source>
        <translation>In the course of</translation>
    </message>
    <message>
        <source>Wat er veranderde</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>Wie en wanneer</source>
        <translation>Who and when</translation>
    </message>
    <message>
        <source>en nog {0}</source>
        <translation>and {0} more</translation>
    </message>
</context>
<context>
    <name>EscrowPanel</name>
    <message>
        <source>Kantoorsleutel toegevoegd</source>
        <translation>Office key added</translation>
    </message>
    <message>
        <source>Kantoorsleutel toevoegen</source>
        <translation>Add office key</translation>
    </message>
    <message>
        <source>Sleutel toevoegen</source>
        <translation>Add key</translation>
    </message>
    <message>
        <source>Wie de geheime helft heeft, kan je kluis openen als jij er niet meer bij kunt.</source>
        <translation>Whoever has the secret half can open your vault if you no longer can.</translation>
    </message>
</context>
<context>
    <name>EvaluationForm</name>
    <message>
        <source>Bespreek het samen. Hoe doelen en acties staan, wijzig je bij het doel zelf.</source>
        <translation>Talk it over together. How goals and actions stand, you change at the goal itself.</translation>
    </message>
    <message>
        <source>Wat werkte, wat niet, en hoe verder?</source>
        <translation>What worked, what did not, and how to go on?</translation>
    </message>
</context>
<context>
    <name>EvaluationPanel</name>
    <message>
        <source>Evaluatie opgeslagen</source>
        <translation>Evaluation saved</translation>
    </message>
    <message>
        <source>Evaluatie opslaan</source>
        <translation>Save the evaluation</translation>
    </message>
    <message>
        <source>Plan evalueren</source>
        <translation>Evaluate the plan</translation>
    </message>
    <message>
        <source>Versie {0}</source>
        <translation>Version {0}</translation>
    </message>
</context>
<context>
    <name>ExchangeReasonForm</name>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>Bel je collega op een nummer dat je al had, of ga naast elkaar zitten. Lees om de beurt een rij voor. Gelijk? Dan is deze kaart echt van je collega.</source>
        <translation>Call your colleague on a number you had already, or sit side by side. Take turns to read a row aloud. The same? Then this card really is your colleague&apos;s.</translation>
    </message>
</context>
<context>
    <name>ExtendForm</name>
    <message>
        <source>Nieuwe laatste dag</source>
        <translation>New last day</translation>
    </message>
    <message>
        <source>Waarom langer bewaren?</source>
        <translation>Why keep it longer?</translation>
    </message>
    <message>
        <source>Wie dit later leest, moet begrijpen waarom het nodig is.</source>
        <translation>Whoever reads this later must understand why it is needed.</translation>
    </message>
</context>
<context>
    <name>ExtendPanel</name>
    <message>
        <source>Uiterlijk {0}, met de reden erbij. De nieuwe uiterste dag wordt {1}.</source>
        <translation>By {0}, with the reason. The new last day will be {1}.</translation>
    </message>
</context>
<context>
    <name>FacilitiesOffered</name>
    <message>
        <source>Er is nog geen inrichting om te kiezen. Zet hem op de lijst in Beheer, bij Inrichtingen. Wat je hier typt blijft als concept bewaard.</source>
        <translation>There is no facility to choose yet. Put it on the list in Settings, under Facilities. What you type here is kept as a draft.</translation>
    </message>
</context>
<context>
    <name>FacilitiesSection</name>
    <message>
        <source>Er staat nog geen inrichting in de lijst.</source>
        <translation>There is no facility on the list yet.</translation>
    </message>
    <message>
        <source>Inrichting staat weer op de lijst</source>
        <translation>Facility is back on the list</translation>
    </message>
    <message>
        <source>Inrichting van de lijst gehaald; in dossiers blijft ze staan</source>
        <translation>Facility removed from the list; it stays in the dossiers</translation>
    </message>
    <message>
        <source>Terugzetten</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Voor detenties, detentiebezoeken en spreekuren.</source>
        <translation>For detentions, prison visits and consulting hours.</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>van de lijst gehaald</source>
        <translation>taken off the list</translation>
    </message>
    <message>
        <source>{0} inrichtingen om uit te kiezen</source>
        <translation>{0} facilities to choose from</translation>
    </message>
</context>
<context>
    <name>FacilityPanel</name>
    <message>
        <source>Inrichting gewijzigd</source>
        <translation>Facility changed</translation>
    </message>
    <message>
        <source>Inrichting opslaan</source>
        <translation>Save facility</translation>
    </message>
    <message>
        <source>Inrichting toegevoegd</source>
        <translation>Facility added</translation>
    </message>
    <message>
        <source>Inrichting toevoegen</source>
        <translation>Add facility</translation>
    </message>
    <message>
        <source>Inrichting wijzigen</source>
        <translation>Change facility</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>FamiliesPage</name>
    <message>
        <source>Afgesloten</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Er staan nog geen gezinnen in je kluis.</source>
        <translation>There are no families in your vault yet.</translation>
    </message>
    <message>
        <source>Gestart</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>Gezin</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Gezinnen</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>Gezinnen met één plan en één regisseur.</source>
        <translation>Families with one plan and one lead.</translation>
    </message>
    <message>
        <source>Gezinsleden</source>
        <translation>Family members</translation>
    </message>
    <message>
        <source>Nieuw gezin</source>
        <translation>New family</translation>
    </message>
    <message>
        <source>Wijk</source>
        <translation>District</translation>
    </message>
    <message>
        <source>gezin</source>
        <translation>family</translation>
    </message>
    <message>
        <source>gezinnen</source>
        <translation>families</translation>
    </message>
</context>
<context>
    <name>Family</name>
    <message>
        <source>Eigen casus</source>
        <translation>Own case</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>tot {0}</source>
        <translation>until {0}</translation>
    </message>
    <message>
        <source>{0} jaar</source>
        <translation>{0} years</translation>
    </message>
</context>
<context>
    <name>FamilyEndForm</name>
    <message>
        <source>Hoe gaat het nu met het gezin?</source>
        <translation>How is the family now?</translation>
    </message>
    <message>
        <source>Laatste dag</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Toelichting</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Waarom stopt de gezinsaanpak?</source>
        <translation>Why does the family approach end?</translation>
    </message>
</context>
<context>
    <name>FamilyEndPanel</name>
    <message numerus="yes">
        <source>%n gezinslid (gezinsleden) gaat eruit.</source>
        <translation>
            <numerusform>%n member leaves the family.</numerusform>
            <numerusform>%n members leave the family.</numerusform>
        </translation>
    </message>
    <message>
        <source>Gezin afsluiten</source>
        <translation>Close family</translation>
    </message>
    <message>
        <source>Gezinsaanpak afgesloten</source>
        <translation>Family approach ended</translation>
    </message>
    <message>
        <source>Gezinsaanpak afsluiten</source>
        <translation>End family approach</translation>
    </message>
</context>
<context>
    <name>FamilyForm</name>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Gestart op</source>
        <translation>Started on</translation>
    </message>
    <message>
        <source>Gezinsregisseur</source>
        <translation>Family lead</translation>
    </message>
    <message>
        <source>Naam van het gezin</source>
        <translation>Name of the family</translation>
    </message>
    <message>
        <source>Wijk</source>
        <translation>District</translation>
    </message>
</context>
<context>
    <name>FamilyPage</name>
    <message>
        <source>18 sinds {0}: hertoets</source>
        <translation>18 since {0}: review</translation>
    </message>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Afspraken en taken</source>
        <translation>Appointments and tasks</translation>
    </message>
    <message>
        <source>Eerdere gezinsleden ({0})</source>
        <translation>Former family members ({0})</translation>
    </message>
    <message>
        <source>Eigen casus</source>
        <translation>Own case</translation>
    </message>
    <message>
        <source>Geen eigen casus</source>
        <translation>No own case</translation>
    </message>
    <message>
        <source>Gereed</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Gezin</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Gezin afsluiten</source>
        <translation>Close family</translation>
    </message>
    <message>
        <source>Gezin wijzigen</source>
        <translation>Change family</translation>
    </message>
    <message>
        <source>Gezinsleden ({0})</source>
        <translation>Family members ({0})</translation>
    </message>
    <message>
        <source>Gezinslid toevoegen</source>
        <translation>Add family member</translation>
    </message>
    <message>
        <source>Gezinslid uit het gezin gehaald</source>
        <translation>Family member taken out of the family</translation>
    </message>
    <message>
        <source>Hertoetsen</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Kind, broer of zus vastleggen</source>
        <translation>Register a child, brother or sister</translation>
    </message>
    <message>
        <source>Naar een ander gezin</source>
        <translation>To another family</translation>
    </message>
    <message>
        <source>Niets open voor dit gezin.</source>
        <translation>Nothing open for this family.</translation>
    </message>
    <message>
        <source>Nog niemand. Voeg de jongere en het gezin toe.</source>
        <translation>Nobody yet. Add the young person and the family.</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Taak gedaan</source>
        <translation>Task done</translation>
    </message>
    <message>
        <source>Te laat</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Toon</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Uit het gezin</source>
        <translation>Out of the family</translation>
    </message>
    <message>
        <source>Verberg</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Wordt 18 op {0}</source>
        <translation>Turns 18 on {0}</translation>
    </message>
    <message>
        <source>afgesloten {0}</source>
        <translation>closed {0}</translation>
    </message>
    <message>
        <source>gestart {0}</source>
        <translation>started {0}</translation>
    </message>
    <message>
        <source>leeftijd onbekend</source>
        <translation>age unknown</translation>
    </message>
    <message>
        <source>ook in {0}</source>
        <translation>also in {0}</translation>
    </message>
    <message>
        <source>reden: {0}</source>
        <translation>reason: {0}</translation>
    </message>
    <message>
        <source>regie: {0}</source>
        <translation>lead: {0}</translation>
    </message>
    <message>
        <source>sinds {0}</source>
        <translation>since {0}</translation>
    </message>
    <message>
        <source>{0} jaar</source>
        <translation>{0} years</translation>
    </message>
    <message>
        <source>{0} tot {1}</source>
        <translation>{0} to {1}</translation>
    </message>
</context>
<context>
    <name>FamilyPanel</name>
    <message>
        <source>Gezin</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Gezin opgeslagen</source>
        <translation>Family saved</translation>
    </message>
    <message>
        <source>Gezin opslaan</source>
        <translation>Save family</translation>
    </message>
</context>
<context>
    <name>FamilyPlan</name>
    <message>
        <source>Er is nog geen plan voor dit gezin.</source>
        <translation>There is no plan for this family yet.</translation>
    </message>
    <message>
        <source>Gezinsplan</source>
        <translation>Family plan</translation>
    </message>
    <message>
        <source>Gezinsplan schrijven</source>
        <translation>Write family plan</translation>
    </message>
</context>
<context>
    <name>FamilyTab</name>
    <message>
        <source>Gezin</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Gezin openen</source>
        <translation>Open family</translation>
    </message>
    <message>
        <source>Gezin vastleggen</source>
        <translation>Record family</translation>
    </message>
    <message>
        <source>Gezinslid toevoegen</source>
        <translation>Add family member</translation>
    </message>
    <message>
        <source>Nog geen gezin bij deze persoon.</source>
        <translation>No family recorded for this person yet.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>(niet verplicht)</source>
        <translation>(optional)</translation>
    </message>
    <message>
        <source>Eerder gewijzigd: {0} toont wat er stond.</source>
        <translation>Changed before: {0} shows what it said.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Aanbieder</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Aangeboden op</source>
        <translation>Offered on</translation>
    </message>
    <message>
        <source>Aangemeld door</source>
        <translation>Referred by</translation>
    </message>
    <message>
        <source>Aangemeld door partner</source>
        <translation>Referring partner</translation>
    </message>
    <message>
        <source>Aangemeld op</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>Aangevraagd door</source>
        <translation>Requested by</translation>
    </message>
    <message>
        <source>Aangevraagd op</source>
        <translation>Applied on</translation>
    </message>
    <message>
        <source>Aanpak</source>
        <translation>Approach</translation>
    </message>
    <message>
        <source>Aantal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Aantal betrokkenen</source>
        <translation>Persons affected</translation>
    </message>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Aanwezig</source>
        <translation>Attended</translation>
    </message>
    <message>
        <source>Achternaam</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Actie</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Actief tot</source>
        <translation>Active until</translation>
    </message>
    <message>
        <source>Adres</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Adviezen</source>
        <translation>Advices</translation>
    </message>
    <message>
        <source>Afgegeven door</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Afgeschermd</source>
        <translation>Restricted</translation>
    </message>
    <message>
        <source>Afgeschermd dossier geopend</source>
        <translation>Restricted dossier opened</translation>
    </message>
    <message>
        <source>Afgesloten op</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>Basisvoorwaarde</source>
        <translation>Basic condition</translation>
    </message>
    <message>
        <source>Beantwoord door</source>
        <translation>Answered by</translation>
    </message>
    <message>
        <source>Beantwoord op</source>
        <translation>Answered on</translation>
    </message>
    <message>
        <source>Bedrijf</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>Beoordeeld door</source>
        <translation>Reviewed by</translation>
    </message>
    <message>
        <source>Beoordeeld op</source>
        <translation>Reviewed on</translation>
    </message>
    <message>
        <source>Bereik</source>
        <translation>Reach</translation>
    </message>
    <message>
        <source>Bereikt</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>Bescherming</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Besloten door</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>Besloten op</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>Besluit</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Besproken</source>
        <translation>Discussed</translation>
    </message>
    <message>
        <source>Besproken op</source>
        <translation>Discussed on</translation>
    </message>
    <message>
        <source>Bestandssoort</source>
        <translation>File type</translation>
    </message>
    <message>
        <source>Betrokkenen ingelicht op</source>
        <translation>Persons told on</translation>
    </message>
    <message>
        <source>Bewaren tot</source>
        <translation>Keep until</translation>
    </message>
    <message>
        <source>Bezwaar op</source>
        <translation>Objection on</translation>
    </message>
    <message>
        <source>Binnen sinds</source>
        <translation>Inside since</translation>
    </message>
    <message>
        <source>Blijft</source>
        <translation>Stays</translation>
    </message>
    <message>
        <source>Branche</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Bron</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Casus</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Cijfer</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Collega</source>
        <translation>Colleague</translation>
    </message>
    <message>
        <source>Contactmoment</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Contactpersoon</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>Convenant</source>
        <translation>Covenant</translation>
    </message>
    <message>
        <source>Correctie</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>D&amp;R-plan ontvangen op</source>
        <translation>D&amp;R plan received on</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Deelnemers</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Detentie</source>
        <translation>Detention</translation>
    </message>
    <message>
        <source>Dezelfde persoon</source>
        <translation>Same person</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Doel</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Eenheid</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Eens met het plan</source>
        <translation>Agrees with the plan</translation>
    </message>
    <message>
        <source>Eigenaar van de kluis</source>
        <translation>Owner of the vault</translation>
    </message>
    <message>
        <source>Evaluatie</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>Evalueren op</source>
        <translation>To evaluate on</translation>
    </message>
    <message>
        <source>Fase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Feit of mening</source>
        <translation>Fact or opinion</translation>
    </message>
    <message>
        <source>Gaat op in</source>
        <translation>Goes into</translation>
    </message>
    <message>
        <source>Geannuleerd</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Gebied</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Geboortedatum</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Geboortedatum geschat</source>
        <translation>Date of birth estimated</translation>
    </message>
    <message>
        <source>Gedaan op</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>Gedeeld met</source>
        <translation>Shared with</translation>
    </message>
    <message>
        <source>Gegeven</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Geholpen</source>
        <translation>Helped</translation>
    </message>
    <message>
        <source>Geldig tot</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Geldig vanaf</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>Gelijkenis</source>
        <translation>Likeness</translation>
    </message>
    <message>
        <source>Gemaakt met welke indicatoren</source>
        <translation>Made with which indicators</translation>
    </message>
    <message>
        <source>Gemeld aan de AP op</source>
        <translation>Reported to the authority on</translation>
    </message>
    <message>
        <source>Gemeld aan de FG op</source>
        <translation>Reported to the privacy officer on</translation>
    </message>
    <message>
        <source>Genoteerd op</source>
        <translation>Noted on</translation>
    </message>
    <message>
        <source>Geopend op</source>
        <translation>Opened on</translation>
    </message>
    <message>
        <source>Gepland</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Gepubliceerd op</source>
        <translation>Published on</translation>
    </message>
    <message>
        <source>Geregeld op</source>
        <translation>Arranged on</translation>
    </message>
    <message>
        <source>Geschreven door</source>
        <translation>Written by</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Gestart op</source>
        <translation>Started on</translation>
    </message>
    <message>
        <source>Gevraagd op</source>
        <translation>Asked on</translation>
    </message>
    <message>
        <source>Gewezen op klacht en bezwaar</source>
        <translation>Told of complaint and objection</translation>
    </message>
    <message>
        <source>Gewijzigd op</source>
        <translation>Changed on</translation>
    </message>
    <message>
        <source>Gezin</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Gezinsregie</source>
        <translation>Family lead</translation>
    </message>
    <message>
        <source>Geëindigd op</source>
        <translation>Ended on</translation>
    </message>
    <message>
        <source>Geïmporteerd op</source>
        <translation>Imported on</translation>
    </message>
    <message>
        <source>Geïnformeerd</source>
        <translation>Informed</translation>
    </message>
    <message>
        <source>Geïnformeerd op</source>
        <translation>Informed on</translation>
    </message>
    <message>
        <source>Goedgekeurd op</source>
        <translation>Approved on</translation>
    </message>
    <message>
        <source>Groepen</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Grond</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>Grond bij beperking</source>
        <translation>Ground during limitation</translation>
    </message>
    <message>
        <source>Grondslag</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Grootte</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Herhaling</source>
        <translation>Recurrence</translation>
    </message>
    <message>
        <source>Herkenbaarheid nagegaan</source>
        <translation>Recognisability checked</translation>
    </message>
    <message>
        <source>Herkenbaarheid nagekeken door een tweede</source>
        <translation>Recognisability checked by a second</translation>
    </message>
    <message>
        <source>Herkomst</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Hertoets</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Hoe aangemeld</source>
        <translation>How referred</translation>
    </message>
    <message>
        <source>Hoe gedeeld</source>
        <translation>How shared</translation>
    </message>
    <message>
        <source>Hoe gezegd</source>
        <translation>How it was said</translation>
    </message>
    <message>
        <source>Hoe het gaat</source>
        <translation>How it is going</translation>
    </message>
    <message>
        <source>Hoe toestemming is gegeven</source>
        <translation>How consent was given</translation>
    </message>
    <message>
        <source>Hoe verder</source>
        <translation>What next</translation>
    </message>
    <message>
        <source>Hoogstens</source>
        <translation>At most</translation>
    </message>
    <message>
        <source>Huisnummer</source>
        <translation>House number</translation>
    </message>
    <message>
        <source>Identiteit nagegaan met</source>
        <translation>Identity checked by</translation>
    </message>
    <message>
        <source>Identiteit nagegaan op</source>
        <translation>Identity checked on</translation>
    </message>
    <message>
        <source>In deze fase sinds</source>
        <translation>In this phase since</translation>
    </message>
    <message>
        <source>In het register</source>
        <translation>In the register</translation>
    </message>
    <message>
        <source>Ingediend op</source>
        <translation>Submitted on</translation>
    </message>
    <message>
        <source>Ingeschreven op</source>
        <translation>Enrolled on</translation>
    </message>
    <message>
        <source>Ingetrokken op</source>
        <translation>Revoked on</translation>
    </message>
    <message>
        <source>Initiatief</source>
        <translation>Initiative</translation>
    </message>
    <message>
        <source>Inrichting</source>
        <translation>Facility</translation>
    </message>
    <message>
        <source>Intake op</source>
        <translation>Intake on</translation>
    </message>
    <message>
        <source>Interventie</source>
        <translation>Intervention</translation>
    </message>
    <message>
        <source>Kenmerk</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>Keuze</source>
        <translation>Choice</translation>
    </message>
    <message>
        <source>Keuzelijst</source>
        <translation>Code list</translation>
    </message>
    <message>
        <source>Kleine groep</source>
        <translation>Small group</translation>
    </message>
    <message>
        <source>Laatste contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Laten rusten op</source>
        <translation>Left alone on</translation>
    </message>
    <message>
        <source>Leefgebied</source>
        <translation>Life domain</translation>
    </message>
    <message>
        <source>Maand</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Maatregelen</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>Medewerker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Meting</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Minstens</source>
        <translation>At least</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Naar collega</source>
        <translation>To colleague</translation>
    </message>
    <message>
        <source>Naar fase</source>
        <translation>To phase</translation>
    </message>
    <message>
        <source>Naar status</source>
        <translation>To status</translation>
    </message>
    <message>
        <source>Nagegaan hoe</source>
        <translation>Verified how</translation>
    </message>
    <message>
        <source>Nagegaan op</source>
        <translation>Verified on</translation>
    </message>
    <message>
        <source>Nagekeken door</source>
        <translation>Checked by</translation>
    </message>
    <message>
        <source>Namens</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>Niet vernietigen</source>
        <translation>Legal hold</translation>
    </message>
    <message>
        <source>Nieuwe personen</source>
        <translation>New persons</translation>
    </message>
    <message>
        <source>Nodig en in verhouding</source>
        <translation>Necessary and proportionate</translation>
    </message>
    <message>
        <source>Nog in verhouding</source>
        <translation>Still proportionate</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Omschrijving</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Onderbouwing</source>
        <translation>Reasoning</translation>
    </message>
    <message>
        <source>Ontdekt op</source>
        <translation>Discovered on</translation>
    </message>
    <message>
        <source>Ontvangen door</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>Ontvangen op</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>Oordeel</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Open tot</source>
        <translation>Open until</translation>
    </message>
    <message>
        <source>Opgeleid op</source>
        <translation>Trained on</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Overdracht van straf</source>
        <translation>Transfer of sentence</translation>
    </message>
    <message>
        <source>Overgedragen op</source>
        <translation>Handed over on</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Pasfoto op</source>
        <translation>Photo on</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Peildatum</source>
        <translation>Reference date</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Persoon</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Persoon weet ervan</source>
        <translation>Person knows</translation>
    </message>
    <message>
        <source>Perspectief</source>
        <translation>Perspective</translation>
    </message>
    <message>
        <source>Pijler</source>
        <translation>Pillar</translation>
    </message>
    <message>
        <source>Plaats</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Reden</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Reden bij beperking</source>
        <translation>Reason during limitation</translation>
    </message>
    <message>
        <source>Reden van afsluiten</source>
        <translation>Reason for closing</translation>
    </message>
    <message>
        <source>Reden van het einde</source>
        <translation>Reason of the end</translation>
    </message>
    <message>
        <source>Reden van intrekken</source>
        <translation>Reason of revoking</translation>
    </message>
    <message>
        <source>Reden van niet aanvragen</source>
        <translation>Reason for not applying</translation>
    </message>
    <message>
        <source>Reden van stoppen</source>
        <translation>Reason for stopping</translation>
    </message>
    <message>
        <source>Reden van verlengen</source>
        <translation>Reason of extending</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>Regime</translation>
    </message>
    <message>
        <source>Relatie</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Resultaat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Richting</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Roepnaam</source>
        <translation>Known as</translation>
    </message>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Samen met de persoon</source>
        <translation>Together with the person</translation>
    </message>
    <message>
        <source>Samengesteld</source>
        <translation>Composite</translation>
    </message>
    <message>
        <source>Samenvatting</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>School</source>
        <translation>School</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Screeningsprofiel</source>
        <translation>Screening profile</translation>
    </message>
    <message>
        <source>Situatie</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Sleutel van de keten</source>
        <translation>Key of the chain</translation>
    </message>
    <message>
        <source>Sleutel van de tellingen</source>
        <translation>Key of the counts</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Soort gegeven</source>
        <translation>Kind of record</translation>
    </message>
    <message>
        <source>Soort gegevens</source>
        <translation>Kinds of data</translation>
    </message>
    <message>
        <source>Soort organisatie</source>
        <translation>Kind of organisation</translation>
    </message>
    <message>
        <source>Spreekuur</source>
        <translation>Consulting hour</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status sinds</source>
        <translation>Status since</translation>
    </message>
    <message>
        <source>Straat</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>Streven</source>
        <translation>Aim</translation>
    </message>
    <message>
        <source>Taak</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Tegendraads</source>
        <translation>Against the grain</translation>
    </message>
    <message>
        <source>Tekst</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Terugkeerbericht op</source>
        <translation>Notice of return on</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Tijd</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Toelichting bij afsluiten</source>
        <translation>Explanation of closing</translation>
    </message>
    <message>
        <source>Toelichting bij de criteria</source>
        <translation>Note on the criteria</translation>
    </message>
    <message>
        <source>Toelichting bij de grondslag</source>
        <translation>Note on the legal basis</translation>
    </message>
    <message>
        <source>Toelichting bij het antwoord</source>
        <translation>Note on the answer</translation>
    </message>
    <message>
        <source>Toelichting bij het einde</source>
        <translation>Note on the end</translation>
    </message>
    <message>
        <source>Toelichting bij het oordeel</source>
        <translation>Note on the verdict</translation>
    </message>
    <message>
        <source>Toelichting bij informeren</source>
        <translation>Note on informing</translation>
    </message>
    <message>
        <source>Toestemming ingetrokken op</source>
        <translation>Consent withdrawn on</translation>
    </message>
    <message>
        <source>Toestemming op</source>
        <translation>Consent on</translation>
    </message>
    <message>
        <source>Toestemming van</source>
        <translation>Consent by</translation>
    </message>
    <message>
        <source>Tolk nodig</source>
        <translation>Interpreter needed</translation>
    </message>
    <message>
        <source>Tot</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Traject</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Tussenvoegsel</source>
        <translation>Prefix</translation>
    </message>
    <message>
        <source>Uiterlijk op</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>Uitgereikt op</source>
        <translation>Handed over on</translation>
    </message>
    <message>
        <source>Uitgevoerd op</source>
        <translation>Carried out on</translation>
    </message>
    <message>
        <source>Uren per week</source>
        <translation>Hours per week</translation>
    </message>
    <message>
        <source>VOG-ambassadeur</source>
        <translation>VOG ambassador</translation>
    </message>
    <message>
        <source>Van collega</source>
        <translation>From colleague</translation>
    </message>
    <message>
        <source>Van fase</source>
        <translation>From phase</translation>
    </message>
    <message>
        <source>Van status</source>
        <translation>From status</translation>
    </message>
    <message>
        <source>Vanaf</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Veld</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Verantwoordelijke</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>Verborgen</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>Vergunning</source>
        <translation>Permit</translation>
    </message>
    <message>
        <source>Verhaal-tip sinds</source>
        <translation>Story tip since</translation>
    </message>
    <message>
        <source>Verlengd op</source>
        <translation>Extended on</translation>
    </message>
    <message>
        <source>Verlengd tot</source>
        <translation>Extended until</translation>
    </message>
    <message>
        <source>Vernietigd op</source>
        <translation>Destroyed on</translation>
    </message>
    <message>
        <source>Versie</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Versies van de definities</source>
        <translation>Versions of the definitions</translation>
    </message>
    <message>
        <source>Verslag</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Verstrekking</source>
        <translation>Data sharing</translation>
    </message>
    <message>
        <source>Verstuurd op</source>
        <translation>Sent on</translation>
    </message>
    <message>
        <source>Verstuurd per</source>
        <translation>Sent by</translation>
    </message>
    <message>
        <source>Vervallen op</source>
        <translation>Withdrawn on</translation>
    </message>
    <message>
        <source>Vervangen door</source>
        <translation>Replaced by</translation>
    </message>
    <message>
        <source>Verwacht vrij</source>
        <translation>Expected release</translation>
    </message>
    <message>
        <source>Verzoek</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Via vertegenwoordiger</source>
        <translation>Through a representative</translation>
    </message>
    <message>
        <source>Volgend overleg</source>
        <translation>Next meeting</translation>
    </message>
    <message>
        <source>Volgende op</source>
        <translation>Next on</translation>
    </message>
    <message>
        <source>Voor wie</source>
        <translation>Audience</translation>
    </message>
    <message>
        <source>Voorgesteld door</source>
        <translation>Proposed by</translation>
    </message>
    <message>
        <source>Voorgesteld op</source>
        <translation>Proposed on</translation>
    </message>
    <message>
        <source>Voornaam</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Voornemen op</source>
        <translation>Intention on</translation>
    </message>
    <message>
        <source>Voorrang</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Voorstel</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>Vorm</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Vraag</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Vrij sinds</source>
        <translation>Released on</translation>
    </message>
    <message>
        <source>Waar</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Waarde</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Waarom deze minderjarige</source>
        <translation>Why this minor</translation>
    </message>
    <message>
        <source>Waarom niet besproken</source>
        <translation>Why not discussed</translation>
    </message>
    <message>
        <source>Waarom vervallen</source>
        <translation>Why withdrawn</translation>
    </message>
    <message>
        <source>Wat de persoon zegt</source>
        <translation>What the person says</translation>
    </message>
    <message>
        <source>Wat er veranderde</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>Wat is gedeeld</source>
        <translation>What was shared</translation>
    </message>
    <message>
        <source>Wat niet lukte</source>
        <translation>What failed</translation>
    </message>
    <message>
        <source>Wat we deden</source>
        <translation>What we did</translation>
    </message>
    <message>
        <source>Wat we leerden</source>
        <translation>What we learned</translation>
    </message>
    <message>
        <source>Webadres</source>
        <translation>Web address</translation>
    </message>
    <message>
        <source>Weggehaald op</source>
        <translation>Removed on</translation>
    </message>
    <message>
        <source>Wettelijk vertegenwoordiger</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Wijk</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Zekerheid van vrijkomen</source>
        <translation>Certainty of release</translation>
    </message>
    <message>
        <source>Zienswijze op</source>
        <translation>View given on</translation>
    </message>
</context>
<context>
    <name>FigurePanel</name>
    <message>
        <source>* In een ander jaar is dit cijfer met een andere definitie vrijgegeven. Vergelijk het niet zomaar.</source>
        <translation>* In another year this figure was released by another definition. Do not just compare it.</translation>
    </message>
    <message>
        <source>Bekijk de definitie</source>
        <translation>Show the definition</translation>
    </message>
    <message>
        <source>Bron: {0}</source>
        <translation>Source: {0}</translation>
    </message>
    <message>
        <source>Cijfer</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Doel vastleggen</source>
        <translation>Set a target</translation>
    </message>
    <message>
        <source>Doel: {0}.</source>
        <translation>Target: {0}.</translation>
    </message>
    <message>
        <source>Naar {0}</source>
        <translation>By {0}</translation>
    </message>
    <message>
        <source>Open het register</source>
        <translation>Open the register</translation>
    </message>
    <message>
        <source>Over deze periode is nog niets aangeleverd, dus over personen is niets bekend.</source>
        <translation>Nothing was contributed over this period yet, so nothing is known of persons.</translation>
    </message>
    <message>
        <source>Regels die collega’s aanleverden, zonder personen</source>
        <translation>Rows colleagues contributed, without persons</translation>
    </message>
    <message>
        <source>Verloop, zoals nu geteld</source>
        <translation>Course, as counted now</translation>
    </message>
    <message>
        <source>Versie {0} van de definitie</source>
        <translation>Version {0} of the definition</translation>
    </message>
    <message>
        <source>Vorige periode: {0}</source>
        <translation>Former period: {0}</translation>
    </message>
    <message>
        <source>Waaruit geteld is</source>
        <translation>What was counted from</translation>
    </message>
    <message>
        <source>Wat telt mee</source>
        <translation>What counts</translation>
    </message>
    <message>
        <source>{0} (vrijgegeven: {1})</source>
        <translation>{0} (released: {1})</translation>
    </message>
</context>
<context>
    <name>FigurePicker</name>
    <message>
        <source>Cijfer uit de vrijgave</source>
        <translation>Figure of the release</translation>
    </message>
    <message>
        <source>Cijfer van elders…</source>
        <translation>Figure from elsewhere…</translation>
    </message>
    <message>
        <source>Hoe staat het er?</source>
        <translation>How does it read?</translation>
    </message>
    <message>
        <source>Typ om te zoeken</source>
        <translation>Type to search</translation>
    </message>
    <message>
        <source>Van elders: {0}</source>
        <translation>From elsewhere: {0}</translation>
    </message>
    <message>
        <source>Voeg cijfer in</source>
        <translation>Insert figure</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Alle bestanden</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Bladeren…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>Rekenbladen en CSV (*.xlsx *.xlsm *.ods *.csv *.txt *.tsv)</source>
        <translation>Spreadsheets and CSV (*.xlsx *.xlsm *.ods *.csv *.txt *.tsv)</translation>
    </message>
</context>
<context>
    <name>FileLine</name>
    <message>
        <source>Niet toevoegen</source>
        <translation>Do not add</translation>
    </message>
    <message>
        <source>Niet toevoegen: {0}</source>
        <translation>Do not add: {0}</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Van welke dag?</source>
        <translation>Of which day?</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Bestand lezen</source>
        <translation>Read file</translation>
    </message>
    <message>
        <source>Casus leest het bestand alleen en maakt er nergens een kopie van. Macro&apos;s en koppelingen doen niets.</source>
        <translation>Casus only reads the file and makes no copy of it anywhere. Macros and links do nothing.</translation>
    </message>
    <message>
        <source>Een rekenblad of CSV-bestand</source>
        <translation>A spreadsheet or CSV file</translation>
    </message>
    <message>
        <source>Er verandert niets in je kluis tot je bij de laatste stap op Importeren drukt.</source>
        <translation>Nothing changes in your vault until you press Import in the last step.</translation>
    </message>
    <message>
        <source>Je kunt dit importeren: {0}.</source>
        <translation>You can import: {0}.</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Alles</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Casus zelf</source>
        <translation>Casus itself</translation>
    </message>
    <message>
        <source>Door wie?</source>
        <translation>By whom?</translation>
    </message>
    <message>
        <source>Eigenaar van de kluis</source>
        <translation>Owner of the vault</translation>
    </message>
    <message>
        <source>Filteren</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Iedereen</source>
        <translation>Everyone</translation>
    </message>
    <message>
        <source>Over wat voor gegeven?</source>
        <translation>About what kind of record?</translation>
    </message>
    <message>
        <source>Over wie?</source>
        <translation>About whom?</translation>
    </message>
    <message>
        <source>Toon</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Tot en met</source>
        <translation>Up to</translation>
    </message>
    <message>
        <source>Vanaf</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Wis filter</source>
        <translation>Clear filter</translation>
    </message>
</context>
<context>
    <name>FixedRows</name>
    <message>
        <source>Geen</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Andere map…</source>
        <translation>Other folder…</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>Concept bewaard {0}</source>
        <translation>Draft saved {0}</translation>
    </message>
    <message>
        <source>Concept hersteld van {0}</source>
        <translation>Draft restored from {0}</translation>
    </message>
    <message>
        <source>Concept teruggezet</source>
        <translation>Draft restored</translation>
    </message>
</context>
<context>
    <name>GoalBlock</name>
    <message>
        <source>Doel {0} weghalen</source>
        <translation>Remove goal {0}</translation>
    </message>
    <message>
        <source>Doel {0}: leefgebied</source>
        <translation>Goal {0}: life domain</translation>
    </message>
    <message>
        <source>Doel {0}: wanneer</source>
        <translation>Goal {0}: when</translation>
    </message>
    <message>
        <source>Doel {0}: wat</source>
        <translation>Goal {0}: what</translation>
    </message>
    <message>
        <source>wanneer</source>
        <translation>when</translation>
    </message>
    <message>
        <source>wat moet er veranderen?</source>
        <translation>what has to change?</translation>
    </message>
</context>
<context>
    <name>GoalsField</name>
    <message>
        <source>Doel {0}</source>
        <translation>Goal {0}</translation>
    </message>
    <message>
        <source>Doel {0}, actie {1}</source>
        <translation>Goal {0}, action {1}</translation>
    </message>
</context>
<context>
    <name>HandOverAcceptForm</name>
    <message>
        <source>Open taken en afspraken</source>
        <translation>Open tasks and appointments</translation>
    </message>
    <message>
        <source>Opmerking</source>
        <translation>Remark</translation>
    </message>
</context>
<context>
    <name>HandOverForm</name>
    <message>
        <source>Aan welke collega?</source>
        <translation>To which colleague?</translation>
    </message>
    <message>
        <source>Alleen je collega kan het openen. Tot het antwoord er is, werkt hier niemand in de casus.</source>
        <translation>Only your colleague can open it. Until the answer is there, nobody works in the case here.</translation>
    </message>
    <message>
        <source>De betrokkene maakt bezwaar, en de casus gaat toch naar mijn collega</source>
        <translation>The person objects, and the case goes to my colleague all the same</translation>
    </message>
    <message>
        <source>De woorden op de kaart zijn niet vergeleken, en ik verstuur het toch</source>
        <translation>The words on the card were not compared, and I send it all the same</translation>
    </message>
    <message>
        <source>Deze collega komt in je kluis te staan.</source>
        <translation>This colleague is put on file in your vault.</translation>
    </message>
    <message>
        <source>Naam van de collega</source>
        <translation>Name of the colleague</translation>
    </message>
    <message>
        <source>Overdrachtsnotitie</source>
        <translation>Hand-over note</translation>
    </message>
    <message>
        <source>Waar komt het bestand?</source>
        <translation>Where does the file go?</translation>
    </message>
    <message>
        <source>Wat je collega moet weten. Casus vulde in wat in het dossier staat; pas het aan.</source>
        <translation>What your colleague has to know. Casus filled in what the dossier says; change it as you like.</translation>
    </message>
</context>
<context>
    <name>HandOverNote</name>
    <message>
        <source>Afspraken:</source>
        <translation>Appointments:</translation>
    </message>
    <message>
        <source>Fase: {0}, sinds {1}.</source>
        <translation>Phase: {0}, since {1}.</translation>
    </message>
    <message>
        <source>Hertoets: {0}.</source>
        <translation>Review: {0}.</translation>
    </message>
    <message>
        <source>Laatste contact: {0}.</source>
        <translation>Last contact: {0}.</translation>
    </message>
    <message>
        <source>Nog te doen:</source>
        <translation>Still to do:</translation>
    </message>
    <message>
        <source>Wat werkt:</source>
        <translation>What works:</translation>
    </message>
</context>
<context>
    <name>HandOverRefuseForm</name>
    <message>
        <source>Waarom niet?</source>
        <translation>Why not?</translation>
    </message>
</context>
<context>
    <name>HeadPanel</name>
    <message>
        <source>Bewaar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Titel en vrijgave</source>
        <translation>Title and release</translation>
    </message>
    <message>
        <source>Verslag bewaard</source>
        <translation>Report saved</translation>
    </message>
</context>
<context>
    <name>HintsPanel</name>
    <message>
        <source>Verzegelen en bewaren</source>
        <translation>Seal and save</translation>
    </message>
    <message>
        <source>Vragen verzegeld. Geef het bestand aan je collega.</source>
        <translation>Questions sealed. Give the file to your colleague.</translation>
    </message>
    <message>
        <source>Vragen verzegelen</source>
        <translation>Seal questions</translation>
    </message>
    <message>
        <source>{0} ziet om wie het gaat en welke collega het kan weten. Er staan geen namen in.</source>
        <translation>{0} sees who it is about and which colleague may know. There are no names in it.</translation>
    </message>
</context>
<context>
    <name>HoldForm</name>
    <message>
        <source>Bijvoorbeeld: een rechtszaak, een klacht of een verzoek van de toezichthouder.</source>
        <translation>For example: a court case, a complaint or a request of the supervisor.</translation>
    </message>
    <message>
        <source>Vanaf</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
</context>
<context>
    <name>HoldPanel</name>
    <message>
        <source>Bewaarplicht gezet</source>
        <translation>Legal hold set</translation>
    </message>
    <message>
        <source>Bewaarplicht opgeheven</source>
        <translation>Legal hold lifted</translation>
    </message>
    <message>
        <source>Bewaarplicht opheffen</source>
        <translation>Lift the legal hold</translation>
    </message>
    <message>
        <source>Bewaarplicht zetten</source>
        <translation>Set a legal hold</translation>
    </message>
    <message>
        <source>Daarna telt de gewone termijn weer.</source>
        <translation>After that the ordinary term counts again.</translation>
    </message>
    <message>
        <source>Dit dossier wordt dan niet vernietigd, ook niet na de termijn.</source>
        <translation>This dossier is not destroyed then, not even after its term.</translation>
    </message>
    <message>
        <source>Opgeheven op</source>
        <translation>Lifted on</translation>
    </message>
</context>
<context>
    <name>IdApplicationForm</name>
    <message>
        <source>Aangevraagd op</source>
        <translation>Submitted on</translation>
    </message>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: identiteitskaart.</source>
        <translation>For example: identity card.</translation>
    </message>
    <message>
        <source>Foto gemaakt op</source>
        <translation>Photo taken on</translation>
    </message>
    <message>
        <source>Ontvangen op</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>Overhandigd op</source>
        <translation>Handed over on</translation>
    </message>
    <message>
        <source>Welk document?</source>
        <translation>Which document?</translation>
    </message>
</context>
<context>
    <name>IdApplicationPanel</name>
    <message>
        <source>Aanvraag opgeslagen</source>
        <translation>Application saved</translation>
    </message>
    <message>
        <source>Aanvraag opslaan</source>
        <translation>Save application</translation>
    </message>
    <message>
        <source>ID-bewijs aanvragen</source>
        <translation>Apply for identity document</translation>
    </message>
    <message>
        <source>Identiteitskaart</source>
        <translation>Identity card</translation>
    </message>
</context>
<context>
    <name>IdCard</name>
    <message>
        <source>Aanvraag beginnen</source>
        <translation>Begin application</translation>
    </message>
    <message>
        <source>ID-bewijs aanvragen</source>
        <translation>Apply for identity document</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Zonder ID-bewijs geen uitkering, zorgverzekering of kamer.</source>
        <translation>Without an identity document no benefit, health insurance or room.</translation>
    </message>
    <message>
        <source>{0}: vandaag</source>
        <translation>{0}: today</translation>
    </message>
</context>
<context>
    <name>ImportAction</name>
    <message>
        <source>Bestand importeren…</source>
        <translation>Import a file…</translation>
    </message>
</context>
<context>
    <name>ImportFates</name>
    <message>
        <source>dubbel in het bestand</source>
        <translation>double in the file</translation>
    </message>
    <message>
        <source>met een fout</source>
        <translation>with an error</translation>
    </message>
    <message>
        <source>overgeslagen bij de vragen</source>
        <translation>skipped at the questions</translation>
    </message>
    <message>
        <source>staan er al</source>
        <translation>there already</translation>
    </message>
    <message>
        <source>te importeren</source>
        <translation>to import</translation>
    </message>
</context>
<context>
    <name>ImportFile</name>
    <message>
        <source>Excel (.xlsx), LibreOffice (.ods) of CSV. Je kunt het ook hierheen slepen.</source>
        <translation>Excel (.xlsx), LibreOffice (.ods) or CSV. You can also drag it here.</translation>
    </message>
    <message>
        <source>Welk bestand?</source>
        <translation>Which file?</translation>
    </message>
</context>
<context>
    <name>ImportMade</name>
    <message>
        <source>activiteiten op scholen</source>
        <translation>activities at schools</translation>
    </message>
    <message>
        <source>bedrijven</source>
        <translation>firms</translation>
    </message>
    <message>
        <source>casussen</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>contacten</source>
        <translation>contacts</translation>
    </message>
    <message>
        <source>detenties</source>
        <translation>detentions</translation>
    </message>
    <message>
        <source>personen</source>
        <translation>persons</translation>
    </message>
    <message>
        <source>regels Knock &amp; Talk</source>
        <translation>lines of Knock &amp; Talk</translation>
    </message>
    <message>
        <source>regels met controles</source>
        <translation>lines of inspections</translation>
    </message>
    <message>
        <source>scholen</source>
        <translation>schools</translation>
    </message>
    <message>
        <source>trajecten</source>
        <translation>programmes</translation>
    </message>
    <message>
        <source>weerbaarheidssessies</source>
        <translation>resilience sessions</translation>
    </message>
</context>
<context>
    <name>ImportOptions</name>
    <message>
        <source>Codering</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>Kolommen gescheiden door</source>
        <translation>Columns parted by</translation>
    </message>
    <message>
        <source>Regel met de kolomnamen</source>
        <translation>Line with the column names</translation>
    </message>
    <message>
        <source>Wat staat er in het bestand?</source>
        <translation>What is in the file?</translation>
    </message>
    <message>
        <source>Welk blad?</source>
        <translation>Which sheet?</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Bestand</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Bestand controleren</source>
        <translation>Checking the file</translation>
    </message>
    <message>
        <source>Bestand geïmporteerd</source>
        <translation>File imported</translation>
    </message>
    <message>
        <source>Bestand importeren</source>
        <translation>Import a file</translation>
    </message>
    <message>
        <source>Bestand lezen</source>
        <translation>Read file</translation>
    </message>
    <message>
        <source>Controle</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Importeren</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>Je ziet eerst wat er gebeurt, en kunt het daarna terugdraaien.</source>
        <translation>You see first what happens, and can undo it afterwards.</translation>
    </message>
    <message>
        <source>Kolommen</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Lijst met fouten opgeslagen</source>
        <translation>List of errors saved</translation>
    </message>
    <message>
        <source>Vragen</source>
        <translation>Questions</translation>
    </message>
</context>
<context>
    <name>ImportProblems</name>
    <message>
        <source>Fouten</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>Kolom</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Niet nog eens of overgeslagen</source>
        <translation>Not again, or skipped</translation>
    </message>
    <message>
        <source>Regel</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Wat er niet klopt</source>
        <translation>What is wrong</translation>
    </message>
</context>
<context>
    <name>ImportSection</name>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Bestand importeren</source>
        <translation>Import a file</translation>
    </message>
    <message>
        <source>Zet een rekenblad (Excel, LibreOffice of CSV) over in je kluis. Je ziet eerst wat er gebeurt.</source>
        <translation>Bring a spreadsheet (Excel, LibreOffice or CSV) into your vault. You see first what happens.</translation>
    </message>
</context>
<context>
    <name>IndicatorForm</name>
    <message>
        <source>Alleen</source>
        <translation>Only</translation>
    </message>
    <message>
        <source>Bij welk focuspunt?</source>
        <translation>Which focus point?</translation>
    </message>
    <message>
        <source>Bij welke pijler hoort het?</source>
        <translation>Which pillar does it belong to?</translation>
    </message>
    <message>
        <source>Bron in het Engels</source>
        <translation>Source in English</translation>
    </message>
    <message>
        <source>Dag en maand, zoals 1-10. Leeg: de peildatum van het rapport.</source>
        <translation>Day and month, such as 1-10 (1 October). Empty: the reference date of the report.</translation>
    </message>
    <message>
        <source>Dit bepaalt ook hoe het cijfer beschermd wordt.</source>
        <translation>This also decides how the figure is protected.</translation>
    </message>
    <message>
        <source>Dit blijft bij de versie staan.</source>
        <translation>This stays with the version.</translation>
    </message>
    <message>
        <source>Hetzelfde in het Engels</source>
        <translation>The same in English</translation>
    </message>
    <message>
        <source>Hoe heet dit cijfer?</source>
        <translation>What is this figure called?</translation>
    </message>
    <message>
        <source>In welke eenheid?</source>
        <translation>In which unit?</translation>
    </message>
    <message>
        <source>Kies zoveel als je wilt: wat onder een ervan valt, telt mee. Niets gekozen: alles telt.</source>
        <translation>Choose as many as you like: what is in any of them counts. Nothing chosen: everything counts.</translation>
    </message>
    <message>
        <source>Leeg: de Nederlandse naam staat dan ook in een Engels rapport.</source>
        <translation>Empty: the Dutch name then also stands in an English report.</translation>
    </message>
    <message>
        <source>Naam in het Engels</source>
        <translation>Name in English</translation>
    </message>
    <message>
        <source>Niet meer in rapporten opnemen</source>
        <translation>Leave out of reports from now on</translation>
    </message>
    <message>
        <source>Peildatum van dit cijfer</source>
        <translation>Reference date of this figure</translation>
    </message>
    <message>
        <source>Toelichting in het Engels</source>
        <translation>Explanation in English</translation>
    </message>
    <message>
        <source>Toelichting in het rapport</source>
        <translation>Explanation in the report</translation>
    </message>
    <message>
        <source>Waar komt het vandaan?</source>
        <translation>Where does it come from?</translation>
    </message>
    <message>
        <source>Waar wordt het naar uitgesplitst?</source>
        <translation>What is it broken down by?</translation>
    </message>
    <message>
        <source>Waarom leg je dit zo vast?</source>
        <translation>Why do you define it like this?</translation>
    </message>
    <message>
        <source>Wat telt precies mee?</source>
        <translation>What exactly counts?</translation>
    </message>
    <message>
        <source>Wat wordt er geteld?</source>
        <translation>What is counted?</translation>
    </message>
    <message>
        <source>Zo staat het in het rapport.</source>
        <translation>This is how it stands in the report.</translation>
    </message>
</context>
<context>
    <name>IndicatorPanel</name>
    <message>
        <source>Alleen {0}</source>
        <translation>Only {0}</translation>
    </message>
    <message>
        <source>Indicator opgeslagen; vrijgegeven cijfers houden hun definitie</source>
        <translation>Indicator saved; released figures keep their definition</translation>
    </message>
    <message>
        <source>Indicator wijzigen</source>
        <translation>Change indicator</translation>
    </message>
    <message>
        <source>Nieuwe indicator</source>
        <translation>New indicator</translation>
    </message>
    <message>
        <source>Nieuwe versie opslaan</source>
        <translation>Save new version</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Versie {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>Versies</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>zoals Casus het levert</source>
        <translation>as Casus ships it</translation>
    </message>
    <message>
        <source>{0}, versie {1}</source>
        <translation>{0}, version {1}</translation>
    </message>
</context>
<context>
    <name>Indicators</name>
    <message>
        <source>Beschermd</source>
        <translation>Protected</translation>
    </message>
    <message>
        <source>Eigen</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>Gewijzigd</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Past niet meer</source>
        <translation>No longer fits</translation>
    </message>
    <message>
        <source>Precies</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>Van Casus</source>
        <translation>From Casus</translation>
    </message>
    <message>
        <source>Verborgen</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>bron</source>
        <translation>source</translation>
    </message>
    <message>
        <source>eenheid</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filter</translation>
    </message>
    <message>
        <source>focuspunt</source>
        <translation>focus point</translation>
    </message>
    <message>
        <source>gewijzigd: {0}</source>
        <translation>changed: {0}</translation>
    </message>
    <message>
        <source>naam</source>
        <translation>name</translation>
    </message>
    <message>
        <source>peildatum</source>
        <translation>reference date</translation>
    </message>
    <message>
        <source>pijler</source>
        <translation>pillar</translation>
    </message>
    <message>
        <source>toelichting</source>
        <translation>explanation</translation>
    </message>
    <message>
        <source>uitsplitsing</source>
        <translation>breakdown</translation>
    </message>
    <message>
        <source>wat meetelt</source>
        <translation>what counts</translation>
    </message>
    <message>
        <source>wel of niet in rapporten</source>
        <translation>in reports or not</translation>
    </message>
</context>
<context>
    <name>IndicatorsPage</name>
    <message>
        <source>Eenheid</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Indicatoren</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Naar buiten</source>
        <translation>Leaves</translation>
    </message>
    <message>
        <source>Nieuwe indicator</source>
        <translation>New indicator</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Versie</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Wat er geteld wordt en hoe het heet. Elke wijziging is een nieuwe versie; wat vrijgegeven is, houdt de zijne.</source>
        <translation>What is counted and what it is called. Every change is a new version; what was released keeps its own.</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>indicator</translation>
    </message>
    <message>
        <source>indicatoren</source>
        <translation>indicators</translation>
    </message>
</context>
<context>
    <name>InformedForm</name>
    <message>
        <source>Dit wordt een taak.</source>
        <translation>This becomes a task.</translation>
    </message>
    <message>
        <source>Is de persoon geïnformeerd?</source>
        <translation>Was the person told?</translation>
    </message>
    <message>
        <source>Waarom uitgesteld?</source>
        <translation>Why postponed?</translation>
    </message>
    <message>
        <source>Wanneer probeer je het opnieuw?</source>
        <translation>When will you try again?</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
</context>
<context>
    <name>InformedPanel</name>
    <message>
        <source>Informeren vastgelegd</source>
        <translation>Recorded that the person was told, or why not</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Persoon informeren</source>
        <translation>Tell the person</translation>
    </message>
</context>
<context>
    <name>IntakeForm</name>
    <message>
        <source>Datum van de intake</source>
        <translation>Date of the intake</translation>
    </message>
    <message>
        <source>Dit wordt een taak.</source>
        <translation>This becomes a task.</translation>
    </message>
    <message>
        <source>Grondslag</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Iemand anders</source>
        <translation>Someone else</translation>
    </message>
    <message>
        <source>Is de persoon geïnformeerd?</source>
        <translation>Was the person told?</translation>
    </message>
    <message>
        <source>Waarom is dit nodig en niet te zwaar?</source>
        <translation>Why is this needed and not too heavy?</translation>
    </message>
    <message>
        <source>Waarom uitgesteld?</source>
        <translation>Why postponed?</translation>
    </message>
    <message>
        <source>Wanneer probeer je het opnieuw?</source>
        <translation>When will you try again?</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Wat wil de persoon zelf?</source>
        <translation>What does the person want?</translation>
    </message>
    <message>
        <source>Wie zijn erbij betrokken?</source>
        <translation>Who is involved?</translation>
    </message>
</context>
<context>
    <name>IntakePanel</name>
    <message>
        <source>Intake</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>Intake afgerond: schrijf nu het plan</source>
        <translation>Intake finished: now write the plan</translation>
    </message>
    <message>
        <source>Intake afronden</source>
        <translation>Finish the intake</translation>
    </message>
</context>
<context>
    <name>KeepLongerPanel</name>
    <message>
        <source>Hoogstens tot {0}; daarna kun je opnieuw verlengen.</source>
        <translation>Until {0} at most; after that you can extend it again.</translation>
    </message>
    <message>
        <source>Langer bewaren</source>
        <translation>Keep longer</translation>
    </message>
    <message>
        <source>Nu bewaard tot {0} ({1}).</source>
        <translation>Kept until {0} now ({1}).</translation>
    </message>
    <message>
        <source>Termijn verlengd</source>
        <translation>Term extended</translation>
    </message>
    <message>
        <source>Termijn verlengen</source>
        <translation>Extend the term</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Daarmee kan de organisatie bij je kluis als jij er niet meer bij kunt.</source>
        <translation>It lets the organisation into your vault if you no longer can.</translation>
    </message>
    <message>
        <source>Daarna openen alleen je wachtwoord en je herstelcode de kluis. Oude reservekopieën gaan er nog mee open.</source>
        <translation>After that only your password and your recovery code open the vault. It still opens old backups.</translation>
    </message>
    <message>
        <source>De kantoorsleutel van deze kluis halen?</source>
        <translation>Remove the office key from this vault?</translation>
    </message>
    <message>
        <source>Deze code is nog niet teruggetypt. Maak een nieuwe en schrijf hem op.</source>
        <translation>This code was never typed back. Make a new one and write it down.</translation>
    </message>
    <message>
        <source>Herstelcode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Kantoorsleutel</source>
        <translation>Office key</translation>
    </message>
    <message>
        <source>Kantoorsleutel verwijderd</source>
        <translation>Office key removed</translation>
    </message>
    <message>
        <source>Laten staan</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Nieuwe code</source>
        <translation>New code</translation>
    </message>
    <message>
        <source>Op papier, in een gesloten envelop, voor als je je wachtwoord vergeet.</source>
        <translation>On paper, in a sealed envelope, in case you forget your password.</translation>
    </message>
    <message>
        <source>Opent de kluis elke dag. Alleen jij kent het.</source>
        <translation>Opens the vault every day. Only you know it.</translation>
    </message>
    <message>
        <source>Sleutel verwijderen</source>
        <translation>Remove key</translation>
    </message>
    <message>
        <source>Staat niet op deze kluis. Zonder wachtwoord en herstelcode kan dan niemand erbij.</source>
        <translation>Not on this vault. Without password and recovery code nobody can get in.</translation>
    </message>
    <message>
        <source>Staat op deze kluis: de organisatie kan erbij als jij er niet meer bij kunt.</source>
        <translation>On this vault: the organisation can get in if you no longer can.</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Wachtwoord</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>LeaveForm</name>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Eerste dag</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Laatste dag</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Leeg: één dag.</source>
        <translation>Empty: one day.</translation>
    </message>
</context>
<context>
    <name>LeavePanel</name>
    <message>
        <source>Dit is niet ongedaan te maken. Je kunt pas weer aanleveren met de sleutel van je team; heeft geen collega hem, dan tellen jullie voor dit jaar opnieuw.</source>
        <translation>This cannot be undone. You can only contribute again with the key of your team; if no colleague has it, you all count again for this year.</translation>
    </message>
    <message>
        <source>Doe dit als je in een ander team gaat werken, of als jullie er per ongeluk twee hebben gemaakt.</source>
        <translation>Do this when you go to work in another team, or when you made two by accident.</translation>
    </message>
    <message>
        <source>Gooi teamsleutel weg</source>
        <translation>Throw team key away</translation>
    </message>
    <message>
        <source>Teamsleutel weggegooid</source>
        <translation>Team key thrown away</translation>
    </message>
    <message>
        <source>Teamsleutel weggooien</source>
        <translation>Throw the team key away</translation>
    </message>
    <message>
        <source>Verlof</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Verlof opgeslagen</source>
        <translation>Leave saved</translation>
    </message>
    <message>
        <source>Verlof opslaan</source>
        <translation>Save leave</translation>
    </message>
</context>
<context>
    <name>LedgerPanel</name>
    <message>
        <source>Boek overgedragen. Geef het bestand aan je opvolger.</source>
        <translation>Book handed over. Give the file to your successor.</translation>
    </message>
    <message>
        <source>Boek van vrijgaven overdragen</source>
        <translation>Hand over the book of releases</translation>
    </message>
    <message>
        <source>Je opvolger gaat verder met het hele boek. Jij kunt daarna niets meer vrijgeven: er is maar één plek waar vrijgaven gebeuren.</source>
        <translation>Your successor goes on with the whole book. You cannot release anything after that: there is only one place where releases are made.</translation>
    </message>
    <message>
        <source>Overdragen</source>
        <translation>Hand over</translation>
    </message>
</context>
<context>
    <name>LifeDomainsSection</name>
    <message>
        <source>Hernoemen</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Verbergen</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Voor metingen en doelen. Wat al is vastgelegd, blijft staan.</source>
        <translation>For assessments and goals. What was recorded already stays.</translation>
    </message>
    <message>
        <source>Weer aanbieden</source>
        <translation>Offer again</translation>
    </message>
    <message>
        <source>Wordt niet meer aangeboden; oude scores blijven leesbaar</source>
        <translation>No longer offered; old scores stay readable</translation>
    </message>
    <message>
        <source>Wordt weer aangeboden</source>
        <translation>Offered again</translation>
    </message>
    <message>
        <source>{0} leefgebieden om te meten</source>
        <translation>{0} life domains to assess</translation>
    </message>
    <message>
        <source>{0} omhoog</source>
        <translation>{0} up</translation>
    </message>
    <message>
        <source>{0} omlaag</source>
        <translation>{0} down</translation>
    </message>
</context>
<context>
    <name>LiftPanel</name>
    <message>
        <source>Beperking opgeheven</source>
        <translation>Restriction lifted</translation>
    </message>
    <message>
        <source>Beperking opheffen</source>
        <translation>Lift the restriction</translation>
    </message>
    <message>
        <source>Opheffen</source>
        <translation>Lift</translation>
    </message>
</context>
<context>
    <name>LimitBanner</name>
    <message>
        <source>Bezwaar gegrond: het werk stopt. Sluit de casus.</source>
        <translation>Objection upheld: the work stops. Close the case.</translation>
    </message>
    <message>
        <source>Bezwaar loopt sinds {0}: verwerking beperkt.</source>
        <translation>Objection pending since {0}: processing restricted.</translation>
    </message>
    <message>
        <source>Verwerking beperkt op verzoek van {0}.</source>
        <translation>Processing restricted on the request of {0}.</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Importeer een bestand</source>
        <translation>Import a file</translation>
    </message>
</context>
<context>
    <name>ListToolbar</name>
    <message>
        <source>Dit filter bewaren…</source>
        <translation>Keep this filter…</translation>
    </message>
    <message>
        <source>Kolommen</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Mijn filters</source>
        <translation>My filters</translation>
    </message>
    <message>
        <source>Naam van het filter</source>
        <translation>Name of the filter</translation>
    </message>
    <message>
        <source>Nog geen eigen filters</source>
        <translation>No filters of your own yet</translation>
    </message>
    <message>
        <source>Standaard herstellen</source>
        <translation>Restore default</translation>
    </message>
    <message>
        <source>Weggooien</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Zoeken in {0}</source>
        <translation>Search {0}</translation>
    </message>
</context>
<context>
    <name>LiveCheck</name>
    <message numerus="yes">
        <source>%n plaats(en) moeten weg</source>
        <translation>
            <numerusform>%n place has to go</numerusform>
            <numerusform>%n places have to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plaats(en) om na te kijken</source>
        <translation>
            <numerusform>%n place to look at again</numerusform>
            <numerusform>%n places to look at again</numerusform>
        </translation>
    </message>
    <message>
        <source>Niets gevonden dat iemand verraadt. Lees het zelf nog eens met andere ogen.</source>
        <translation>Nothing found that gives anyone away. Read it once more yourself, with other eyes.</translation>
    </message>
</context>
<context>
    <name>LongCard</name>
    <message>
        <source>Toon meer</source>
        <translation>Show more</translation>
    </message>
</context>
<context>
    <name>LooksSection</name>
    <message>
        <source>In minuten, van {0} tot {1}. Je concepten blijven bewaard.</source>
        <translation>In minutes, from {0} to {1}. Your drafts are kept.</translation>
    </message>
</context>
<context>
    <name>LossCard</name>
    <message>
        <source>Er valt veel weg: {0} van de {1} cijfers die niet nul zijn. Afronden of minder fijn uitsplitsen laat meer zien.</source>
        <translation>Much is left out: {0} of the {1} figures that are not zero. Rounding, or a coarser breakdown, shows more.</translation>
    </message>
    <message>
        <source>Minder fijn</source>
        <translation>Coarser</translation>
    </message>
    <message>
        <source>Rond af</source>
        <translation>Round</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Grootte {0} %</source>
        <translation>Size {0}%</translation>
    </message>
</context>
<context>
    <name>Manage</name>
    <message>
        <source>Als het systeem</source>
        <translation>Same as system</translation>
    </message>
    <message>
        <source>Beleid van de organisatie</source>
        <translation>Policy of the organisation</translation>
    </message>
    <message>
        <source>Bijlagen</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Donker</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Gegevens overzetten</source>
        <translation>Bring in data</translation>
    </message>
    <message>
        <source>Hoog contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Inrichtingen</source>
        <translation>Facilities</translation>
    </message>
    <message>
        <source>Kluis</source>
        <translation>Vault</translation>
    </message>
    <message>
        <source>Leefgebieden</source>
        <translation>Life domains</translation>
    </message>
    <message>
        <source>Licht</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Over Casus</source>
        <translation>About Casus</translation>
    </message>
    <message>
        <source>Toegang tot de kluis</source>
        <translation>Access to the vault</translation>
    </message>
    <message>
        <source>Tweede persoon voor vernietiging</source>
        <translation>Second person for destruction</translation>
    </message>
    <message>
        <source>Weergave en vergrendelen</source>
        <translation>Display and locking</translation>
    </message>
</context>
<context>
    <name>ManageEscrow</name>
    <message>
        <source>De privacyfunctionaris geeft je deze tekst. Plak die hier.</source>
        <translation>The privacy officer gives you this text. Paste it here.</translation>
    </message>
    <message>
        <source>Openbare sleutel van de organisatie</source>
        <translation>Public key of the organisation</translation>
    </message>
</context>
<context>
    <name>ManageFacility</name>
    <message>
        <source>Land</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Naam van de inrichting</source>
        <translation>Name of the facility</translation>
    </message>
    <message>
        <source>Plaats</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
</context>
<context>
    <name>ManageLooks</name>
    <message>
        <source>Grootte van letters en knoppen</source>
        <translation>Size of text and buttons</translation>
    </message>
    <message>
        <source>In minuten, van 1 tot 15. Je concepten blijven bewaard.</source>
        <translation>In minutes, from 1 to 15. Your drafts are kept.</translation>
    </message>
    <message>
        <source>In procenten, van 80 tot 200.</source>
        <translation>In per cent, from 80 to 200.</translation>
    </message>
    <message>
        <source>Kleuren</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Vergrendelen als niemand iets doet</source>
        <translation>Lock when nobody does anything</translation>
    </message>
</context>
<context>
    <name>ManagePage</name>
    <message>
        <source>Beheer</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Je kluis, wie erbij kan, en hoe Casus eruitziet.</source>
        <translation>Your vault, who can get in, and how Casus looks.</translation>
    </message>
</context>
<context>
    <name>ManagePassword</name>
    <message>
        <source>Een zin van vier of meer losse woorden onthoud je het best.</source>
        <translation>A phrase of four or more separate words is easiest to remember.</translation>
    </message>
    <message>
        <source>Huidig wachtwoord</source>
        <translation>Current password</translation>
    </message>
    <message>
        <source>Nieuw wachtwoord</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Typ het nieuwe wachtwoord nog een keer</source>
        <translation>Type the new password again</translation>
    </message>
</context>
<context>
    <name>ManageSecondPerson</name>
    <message>
        <source>Collega</source>
        <translation>Colleague</translation>
    </message>
    <message>
        <source>De collega typt dit zelf, en vertelt het jou niet. Een zin van vier of meer losse woorden onthoud je het best.</source>
        <translation>The colleague types this and does not tell you. A phrase of four or more separate words is easiest to remember.</translation>
    </message>
    <message>
        <source>Geheime zin van de collega</source>
        <translation>Secret phrase of the colleague</translation>
    </message>
    <message>
        <source>Naam van de collega</source>
        <translation>Name of the colleague</translation>
    </message>
    <message>
        <source>Typ de zin nog een keer</source>
        <translation>Type the phrase once more</translation>
    </message>
    <message>
        <source>Voornaam en achternaam.</source>
        <translation>First and last name.</translation>
    </message>
</context>
<context>
    <name>MappingStep</name>
    <message>
        <source>Casus leest het bestand niet goed</source>
        <translation>Casus does not read the file well</translation>
    </message>
    <message>
        <source>Cellen met een formule: {0}. Casus neemt de laatst berekende waarde.</source>
        <translation>Cells with a formula: {0}. Casus takes the value last calculated.</translation>
    </message>
    <message>
        <source>Controleren</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Formules zonder berekende waarde: {0}. Open en bewaar het bestand eerst opnieuw.</source>
        <translation>Formulas without a calculated value: {0}. Open and save the file again first.</translation>
    </message>
    <message>
        <source>In het bestand zitten macro&apos;s; die voert Casus nooit uit.</source>
        <translation>The file holds macros; Casus never runs them.</translation>
    </message>
    <message>
        <source>Kies nog een kolom voor: {0}.</source>
        <translation>Choose a column for: {0}.</translation>
    </message>
    <message>
        <source>Komma ,</source>
        <translation>Comma ,</translation>
    </message>
    <message>
        <source>Personen die er nog niet zijn ook vastleggen</source>
        <translation>Also register persons who are not there yet</translation>
    </message>
    <message>
        <source>Puntkomma ;</source>
        <translation>Semicolon ;</translation>
    </message>
    <message>
        <source>Streep |</source>
        <translation>Bar |</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Voor alle regels hetzelfde</source>
        <translation>The same for all lines</translation>
    </message>
    <message>
        <source>Zo leest Casus de eerste regels</source>
        <translation>How Casus reads the first lines</translation>
    </message>
</context>
<context>
    <name>MaskPanel</name>
    <message>
        <source>Afschermen voor inzage</source>
        <translation>Mask for access</translation>
    </message>
    <message>
        <source>De hele tekst weglaten</source>
        <translation>Leave the whole text out</translation>
    </message>
    <message>
        <source>Dit geldt voor dit verzoek en staat in het logboek.</source>
        <translation>This holds for this request and stands in the log.</translation>
    </message>
    <message>
        <source>Terug naar wat het programma afschermt</source>
        <translation>Back to what the program masks</translation>
    </message>
    <message>
        <source>Vastgelegd hoe deze tekst wordt getoond</source>
        <translation>Recorded how this text is shown</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Woorden afschermen</source>
        <translation>Mask words</translation>
    </message>
    <message>
        <source>Woorden toch tonen</source>
        <translation>Show words after all</translation>
    </message>
</context>
<context>
    <name>MeetingSharingPanel</name>
    <message numerus="yes">
        <source>%n verstrekking(en) vastgelegd</source>
        <translation>
            <numerusform>%n sharing recorded</numerusform>
            <numerusform>%n sharings recorded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberEditForm</name>
    <message>
        <source>Nodig voor een minderjarige, broer of zus zonder eigen casus.</source>
        <translation>Needed for a minor, brother or sister without a case of their own.</translation>
    </message>
    <message>
        <source>Plaats in het gezin</source>
        <translation>Place in the family</translation>
    </message>
    <message>
        <source>Waarom in dit dossier?</source>
        <translation>Why in this dossier?</translation>
    </message>
</context>
<context>
    <name>MemberEditPanel</name>
    <message>
        <source>Gezinslid gewijzigd</source>
        <translation>Family member changed</translation>
    </message>
    <message>
        <source>Gezinslid wijzigen</source>
        <translation>Change family member</translation>
    </message>
    <message>
        <source>Wijzigingen opslaan</source>
        <translation>Save changes</translation>
    </message>
</context>
<context>
    <name>MemberForm</name>
    <message>
        <source>Nodig voor een minderjarige, broer of zus zonder eigen casus.</source>
        <translation>Needed for a minor, brother or sister without a case of their own.</translation>
    </message>
    <message>
        <source>Plaats in het gezin</source>
        <translation>Place in the family</translation>
    </message>
    <message>
        <source>Sinds wanneer?</source>
        <translation>Since when?</translation>
    </message>
    <message>
        <source>Typ een naam en kies iemand uit je kluis.</source>
        <translation>Type a name and choose someone from your vault.</translation>
    </message>
    <message>
        <source>Waarom in dit dossier?</source>
        <translation>Why in this dossier?</translation>
    </message>
    <message>
        <source>Wie?</source>
        <translation>Who?</translation>
    </message>
</context>
<context>
    <name>MemberMoveForm</name>
    <message>
        <source>Een open casus in dit gezin gaat mee.</source>
        <translation>An open case in this family goes along.</translation>
    </message>
    <message>
        <source>Naar welk gezin?</source>
        <translation>To which family?</translation>
    </message>
    <message>
        <source>Vanaf wanneer?</source>
        <translation>From when?</translation>
    </message>
</context>
<context>
    <name>MemberMovePanel</name>
    <message>
        <source>Er loopt geen ander gezin. Leg dat eerst vast.</source>
        <translation>No other family is running. Register it first.</translation>
    </message>
    <message>
        <source>Gezinslid verplaatst</source>
        <translation>Family member moved</translation>
    </message>
    <message>
        <source>Naar een ander gezin</source>
        <translation>To another family</translation>
    </message>
    <message>
        <source>Verplaatsen</source>
        <translation>Move</translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>Deze persoon hoort nu ook bij: {0}. Klopt dat? Dan kun je doorgaan.</source>
        <translation>This person also belongs to: {0}. Is that right? Then you can go on.</translation>
    </message>
    <message>
        <source>Gezinslid</source>
        <translation>Family member</translation>
    </message>
    <message>
        <source>Gezinslid toegevoegd</source>
        <translation>Family member added</translation>
    </message>
    <message>
        <source>Gezinslid toevoegen</source>
        <translation>Add family member</translation>
    </message>
</context>
<context>
    <name>MemberReviewForm</name>
    <message>
        <source>Datum van de hertoets</source>
        <translation>Date of the review</translation>
    </message>
    <message>
        <source>Hoort deze persoon nog in dit gezinsdossier?</source>
        <translation>Does this person still belong in this family dossier?</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
</context>
<context>
    <name>MemberReviewPanel</name>
    <message>
        <source>Blijft in het gezin</source>
        <translation>Stays in the family</translation>
    </message>
    <message>
        <source>Gaat eruit</source>
        <translation>Leaves the family</translation>
    </message>
    <message>
        <source>Hertoets bij 18 jaar</source>
        <translation>Review at age 18</translation>
    </message>
    <message>
        <source>Hertoets vastgelegd</source>
        <translation>Review recorded</translation>
    </message>
    <message>
        <source>Hertoets vastleggen</source>
        <translation>Record review</translation>
    </message>
</context>
<context>
    <name>MenuButton</name>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Bestand</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>B&amp;eeld</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>Be&amp;werken</source>
        <translation>&amp;Edit</translation>
    </message>
</context>
<context>
    <name>MergePanel</name>
    <message>
        <source>Blijft</source>
        <translation>Stays</translation>
    </message>
    <message>
        <source>De naam die vervalt, wordt een andere naam. Wat je niet kiest, blijft bewaard in de samenvoeging en komt terug als je ze weer uit elkaar haalt.</source>
        <translation>The name that lapses becomes an alias. What you do not choose stays in the merge and comes back when you take them apart again.</translation>
    </message>
    <message>
        <source>Eerst staat wat van {0} is, dan wat van {1} is.</source>
        <translation>First is what {0} has, then what {1} has.</translation>
    </message>
    <message>
        <source>Gaat erin op</source>
        <translation>Goes into it</translation>
    </message>
    <message>
        <source>Gaat vanzelf</source>
        <translation>Goes by itself</translation>
    </message>
    <message>
        <source>Kies wat blijft staan</source>
        <translation>Choose what stays</translation>
    </message>
    <message>
        <source>Omwisselen</source>
        <translation>Swap</translation>
    </message>
    <message>
        <source>Omwisselen: {0} blijft</source>
        <translation>Swap: {0} stays</translation>
    </message>
    <message>
        <source>Samengevoegd. Uit elkaar halen kan bij Dubbele personen.</source>
        <translation>Merged. You can take them apart under Duplicate persons.</translation>
    </message>
    <message>
        <source>Samenvoegen</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Staat in het logboek.</source>
        <translation>Kept in the log.</translation>
    </message>
    <message>
        <source>Twee detenties tegelijk: welke klopt? De andere vervalt.</source>
        <translation>Two detentions at once: which is right? The other lapses.</translation>
    </message>
    <message>
        <source>Twee lopende casussen ({0}): welke blijft open? De andere sluit als dubbel vastgelegd.</source>
        <translation>Two running cases ({0}): which stays open? The other closes as registered twice.</translation>
    </message>
    <message>
        <source>Twee personen samenvoegen</source>
        <translation>Merge two persons</translation>
    </message>
    <message>
        <source>Waarom is dit dezelfde persoon?</source>
        <translation>Why is this the same person?</translation>
    </message>
    <message>
        <source>beide aantekeningen, onder elkaar</source>
        <translation>both notes, one under the other</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>{0} blijft; {1} gaat erin op.</source>
        <translation>{0} stays; {1} goes into it.</translation>
    </message>
    <message>
        <source>{0}, sinds {1}</source>
        <translation>{0}, since {1}</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Adres</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>geschat</source>
        <translation>estimated</translation>
    </message>
    <message>
        <source>iemand anders</source>
        <translation>someone else</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nee</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>MissingPage</name>
    <message>
        <source>Aanpak</source>
        <translation>Approach</translation>
    </message>
    <message>
        <source>Er ontbreekt niets in je dossiers.</source>
        <translation>Nothing is missing in your dossiers.</translation>
    </message>
    <message>
        <source>Fase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ontbrekende gegevens</source>
        <translation>Missing data</translation>
    </message>
    <message>
        <source>Sinds</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Wat nog niet in je dossiers staat en er wel hoort.</source>
        <translation>What is not yet in your dossiers and should be.</translation>
    </message>
    <message>
        <source>Wat nog niet in je dossiers staat. Enter opent het dossier waar je het invult.</source>
        <translation>What is not in your dossiers yet. Enter opens the dossier where you fill it in.</translation>
    </message>
    <message>
        <source>Wat ontbreekt</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>ontbrekend gegeven</source>
        <translation>missing item</translation>
    </message>
    <message>
        <source>ontbrekende gegevens</source>
        <translation>missing items</translation>
    </message>
</context>
<context>
    <name>NewPasswordView</name>
    <message>
        <source>Het nieuwe wachtwoord wordt bewaard.</source>
        <translation>Saving the new password.</translation>
    </message>
    <message>
        <source>Je oude wachtwoord werkt daarna niet meer.</source>
        <translation>Your old password will no longer work.</translation>
    </message>
    <message>
        <source>Kies een nieuw wachtwoord</source>
        <translation>Choose a new password</translation>
    </message>
    <message>
        <source>Stoppen en vergrendelen</source>
        <translation>Stop and lock</translation>
    </message>
    <message>
        <source>Wachtwoord bewaren</source>
        <translation>Save password</translation>
    </message>
</context>
<context>
    <name>NewReportPanel</name>
    <message>
        <source>Begin verslag</source>
        <translation>Begin report</translation>
    </message>
    <message>
        <source>Nieuw verslag</source>
        <translation>New report</translation>
    </message>
    <message>
        <source>Verslag begonnen</source>
        <translation>Report begun</translation>
    </message>
</context>
<context>
    <name>NextPart</name>
    <message>
        <source>&apos;s avonds</source>
        <translation>in the evening</translation>
    </message>
    <message>
        <source>&apos;s middags</source>
        <translation>in the afternoon</translation>
    </message>
    <message>
        <source>&apos;s ochtends</source>
        <translation>in the morning</translation>
    </message>
    <message>
        <source>+1 maand</source>
        <translation>+1 month</translation>
    </message>
    <message>
        <source>+1 week, zelfde tijd</source>
        <translation>+1 week, same time</translation>
    </message>
    <message>
        <source>+2 weken</source>
        <translation>+2 weeks</translation>
    </message>
    <message>
        <source>Brief sturen</source>
        <translation>Send a letter</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>De vorige {0} keer was {1}. Voorstel: een andere dag, {2}.</source>
        <translation>The last {0} times were {1}. Proposal: another day, {2}.</translation>
    </message>
    <message>
        <source>Deze keer was {0}. Voorstel: een andere dag, {1}.</source>
        <translation>This time was {0}. Proposal: another day, {1}.</translation>
    </message>
    <message>
        <source>Dit is de {0}e keer op rij zonder contact. Misschien werkt iets anders beter dan nog een bezoek.</source>
        <translation>No contact {0} times in a row. Perhaps something else works better than one more visit.</translation>
    </message>
    <message>
        <source>Ergens anders afspreken</source>
        <translation>Meet somewhere else</translation>
    </message>
    <message>
        <source>Overleggen met een partner</source>
        <translation>Talk to a partner</translation>
    </message>
    <message>
        <source>Volgende poging</source>
        <translation>Next attempt</translation>
    </message>
    <message>
        <source>Voorstel: een andere dag van de week, {0}.</source>
        <translation>Proposal: another day of the week, {0}.</translation>
    </message>
    <message>
        <source>{0} en {1}</source>
        <translation>{0} and {1}</translation>
    </message>
</context>
<context>
    <name>NoticePanel</name>
    <message>
        <source>Ontvanger inlichten</source>
        <translation>Tell a recipient</translation>
    </message>
    <message>
        <source>Vastgelegd</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>ObjectionDecideForm</name>
    <message>
        <source>Door wie?</source>
        <translation>By whom?</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Wanneer is dit besloten?</source>
        <translation>When was this decided?</translation>
    </message>
    <message>
        <source>Wat besluit je?</source>
        <translation>What do you decide?</translation>
    </message>
</context>
<context>
    <name>ObjectionDecidePanel</name>
    <message>
        <source>Besluit op een bezwaar</source>
        <translation>Decision on an objection</translation>
    </message>
    <message>
        <source>Besluit vastgelegd</source>
        <translation>Decision recorded</translation>
    </message>
    <message>
        <source>Besluit vastleggen</source>
        <translation>Record the decision</translation>
    </message>
    <message>
        <source>De betrokkene zegt: {0}</source>
        <translation>The person says: {0}</translation>
    </message>
    <message>
        <source>De casus blijft beperkt tot je de beperking opheft.</source>
        <translation>The case stays restricted until you lift the restriction.</translation>
    </message>
    <message>
        <source>Het werk stopt: je sluit hierna de casus.</source>
        <translation>The work stops: you close the case after this.</translation>
    </message>
    <message>
        <source>Leg uit welke dwingende redenen zwaarder wegen dan dit bezwaar.</source>
        <translation>Explain which compelling grounds weigh more than this objection.</translation>
    </message>
</context>
<context>
    <name>ObjectionForm</name>
    <message>
        <source>Hoe zei de betrokkene het?</source>
        <translation>How did the person say it?</translation>
    </message>
    <message>
        <source>In eigen woorden.</source>
        <translation>In their own words.</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Wat vraagt de betrokkene?</source>
        <translation>What does the person ask?</translation>
    </message>
    <message>
        <source>Wat zegt de betrokkene?</source>
        <translation>What does the person say?</translation>
    </message>
</context>
<context>
    <name>ObjectionPanel</name>
    <message>
        <source>Bezwaar van de betrokkene</source>
        <translation>Objection of the person</translation>
    </message>
    <message>
        <source>Bezwaar vastgelegd; de casus is beperkt</source>
        <translation>Objection recorded; the case is restricted</translation>
    </message>
    <message>
        <source>De casus is vanaf nu beperkt: je bewaart wat er is en legt contacten vast; delen vraagt steeds een reden.</source>
        <translation>The case is restricted from now on: you keep what there is and record contacts; sharing asks a reason each time.</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>OfferBanner</name>
    <message>
        <source>Aangeboden aan {0} op {1}</source>
        <translation>Offered to {0} on {1}</translation>
    </message>
    <message>
        <source>Overdracht</source>
        <translation>Transfer</translation>
    </message>
</context>
<context>
    <name>OfferPanel</name>
    <message>
        <source>Casus aanbieden</source>
        <translation>Offer case</translation>
    </message>
    <message>
        <source>Casus aangeboden</source>
        <translation>Case offered</translation>
    </message>
    <message>
        <source>Casus overdragen</source>
        <translation>Transfer case</translation>
    </message>
    <message>
        <source>Casus verzegeld. Geef het bestand aan je collega.</source>
        <translation>Case sealed. Give the file to your colleague.</translation>
    </message>
    <message>
        <source>Iemand anders…</source>
        <translation>Someone else…</translation>
    </message>
    <message>
        <source>in een verzegeld bestand</source>
        <translation>in a sealed file</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Aanbod ingetrokken</source>
        <translation>Offer withdrawn</translation>
    </message>
    <message>
        <source>Accepteren</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Afgeschermd dossier</source>
        <translation>Restricted dossier</translation>
    </message>
    <message>
        <source>Antwoord maken</source>
        <translation>Make the answer</translation>
    </message>
    <message>
        <source>Antwoord openen</source>
        <translation>Open the answer</translation>
    </message>
    <message>
        <source>Intrekken</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Overdrachten die op antwoord wachten</source>
        <translation>Transfers waiting for an answer</translation>
    </message>
    <message>
        <source>Verzegeld</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Weigeren</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>overgenomen; {0} wacht op je antwoord</source>
        <translation>taken over; {0} waits for your answer</translation>
    </message>
    <message>
        <source>van {0} aan {1}, op {2}</source>
        <translation>from {0} to {1}, on {2}</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Opbouw van het verslag</source>
        <translation>Outline of the report</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>%n concept(en) over deze persoon zijn nog niet opgeslagen.</source>
        <translation>
            <numerusform>%n draft about this person was not saved yet.</numerusform>
            <numerusform>%n drafts about this person were not saved yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 regel</source>
        <translation>1 line</translation>
    </message>
    <message>
        <source>Aangeleverd door collega’s</source>
        <translation>Contributed by colleagues</translation>
    </message>
    <message>
        <source>Afgeschermd dossier</source>
        <translation>Restricted dossier</translation>
    </message>
    <message>
        <source>Afschermen of tonen</source>
        <translation>Mask or show</translation>
    </message>
    <message>
        <source>Alles</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Alles over deze persoon ophalen</source>
        <translation>Fetching everything about this person</translation>
    </message>
    <message>
        <source>Alles over {0}</source>
        <translation>Everything about {0}</translation>
    </message>
    <message>
        <source>Alles over één persoon</source>
        <translation>Everything about one person</translation>
    </message>
    <message>
        <source>Antwoord gegeven</source>
        <translation>Answer given</translation>
    </message>
    <message>
        <source>Besluit vastleggen</source>
        <translation>Record the decision</translation>
    </message>
    <message>
        <source>Boek van vrijgaven openen</source>
        <translation>Open the book of releases</translation>
    </message>
    <message>
        <source>Controles</source>
        <translation>Inspections</translation>
    </message>
    <message>
        <source>Document openen</source>
        <translation>Open document</translation>
    </message>
    <message>
        <source>Er is nog niets aangeleverd.</source>
        <translation>Nothing has been contributed yet.</translation>
    </message>
    <message>
        <source>Er is nog niets vrijgegeven.</source>
        <translation>Nothing has been released yet.</translation>
    </message>
    <message>
        <source>Kijk het eerst zelf na: namen die nergens in de kluis staan, herkent Casus niet, en de inhoud van documenten wordt niet afgeschermd.</source>
        <translation>Look through it yourself first: names that are nowhere in the vault are not recognised, and the content of documents is not masked.</translation>
    </message>
    <message>
        <source>Knock &amp; Talk</source>
        <translation>Knock &amp; Talk</translation>
    </message>
    <message>
        <source>Onderwerpen</source>
        <translation>Subjects</translation>
    </message>
    <message>
        <source>Probeer het opnieuw</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>Schoolactiviteiten</source>
        <translation>School activities</translation>
    </message>
    <message>
        <source>VOG-ambassadeurs</source>
        <translation>VOG ambassadors</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Vergunningen</source>
        <translation>Permits</translation>
    </message>
    <message>
        <source>Vrijgave {0}</source>
        <translation>Release {0}</translation>
    </message>
    <message>
        <source>Vrijgaven</source>
        <translation>Releases</translation>
    </message>
    <message>
        <source>Wat deze kluis over deze persoon weet, met anderen afgeschermd. Alleen op dit scherm: er is geen bestand, kopie of afdruk, want wat Casus verlaat, is niet meer beschermd. Lees het samen door.</source>
        <translation>What this vault knows about this person, with others masked. On this screen only: there is no file, copy or print, because what leaves Casus is no longer protected. Read it together.</translation>
    </message>
    <message>
        <source>Weerbaarheidssessies</source>
        <translation>Resilience sessions</translation>
    </message>
    <message>
        <source>Zet de cursor in een tekst, of selecteer woorden.</source>
        <translation>Put the cursor in a text, or select words.</translation>
    </message>
    <message>
        <source>Zoeken in dit overzicht</source>
        <translation>Search this view</translation>
    </message>
    <message>
        <source>Zoeken in dit overzicht (Ctrl+F)</source>
        <translation>Search this view (Ctrl+F)</translation>
    </message>
    <message>
        <source>{0} regels</source>
        <translation>{0} rows</translation>
    </message>
    <message>
        <source>{0} · {1} regels · {2}</source>
        <translation>{0} · {1} rows · {2}</translation>
    </message>
</context>
<context>
    <name>OverviewText</name>
    <message>
        <source>Alles over deze persoon</source>
        <translation>Everything about this person</translation>
    </message>
</context>
<context>
    <name>OwnCardPanel</name>
    <message>
        <source>Belt een collega die je kaart kreeg? Lees samen deze woorden voor.</source>
        <translation>Does a colleague call who got your card? Read these words aloud together.</translation>
    </message>
    <message>
        <source>Geef dit bestand aan collega&apos;s. Er staat niets geheims in: je naam, je functie en je openbare sleutels.</source>
        <translation>Give this file to colleagues. There is nothing secret in it: your name, your role and your public keys.</translation>
    </message>
    <message>
        <source>Kaart bewaard. Geef het bestand aan je collega.</source>
        <translation>Card saved. Give the file to your colleague.</translation>
    </message>
    <message>
        <source>Kaart bewaren…</source>
        <translation>Save card…</translation>
    </message>
    <message>
        <source>Kaarten (*{0})</source>
        <translation>Cards (*{0})</translation>
    </message>
    <message>
        <source>Mijn kaart</source>
        <translation>My card</translation>
    </message>
    <message>
        <source>Sleutels vernieuwen…</source>
        <translation>Renew keys…</translation>
    </message>
    <message>
        <source>mijn-kaart</source>
        <translation>my-card</translation>
    </message>
</context>
<context>
    <name>PackagesField</name>
    <message>
        <source>Alle bestanden</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Verzegelde pakketten (*{0})</source>
        <translation>Sealed packages (*{0})</translation>
    </message>
</context>
<context>
    <name>PartHits</name>
    <message numerus="yes">
        <source>En nog %n plaats(en) in deze tekst</source>
        <translation>
            <numerusform>And %n more place in this text</numerusform>
            <numerusform>And %n more places in this text</numerusform>
        </translation>
    </message>
    <message>
        <source>Toon</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Vervang door ‘{0}’</source>
        <translation>Replace by ‘{0}’</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>‘{0}’ · {1}</source>
        <translation>‘{0}’ · {1}</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Wachtwoord tonen of verbergen</source>
        <translation>Show or hide password</translation>
    </message>
</context>
<context>
    <name>PasswordPanel</name>
    <message>
        <source>Wachtwoord bewaren</source>
        <translation>Save password</translation>
    </message>
    <message>
        <source>Wachtwoord gewijzigd</source>
        <translation>Password changed</translation>
    </message>
    <message>
        <source>Wachtwoord wijzigen</source>
        <translation>Change password</translation>
    </message>
</context>
<context>
    <name>PastButton</name>
    <message>
        <source>Eerdere waarden: {0}</source>
        <translation>Earlier values: {0}</translation>
    </message>
    <message>
        <source>Stond er eerder</source>
        <translation>It said before</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Voorbeeld groter</source>
        <translation>Enlarge preview</translation>
    </message>
    <message>
        <source>Voorbeeld kleiner</source>
        <translation>Reduce preview</translation>
    </message>
    <message>
        <source>Voorbeeld van het rapport</source>
        <translation>Preview of the report</translation>
    </message>
    <message>
        <source>{0} pagina’s</source>
        <translation>{0} pages</translation>
    </message>
</context>
<context>
    <name>PeriodForm</name>
    <message>
        <source>Bijvoorbeeld 2022-10..2023-10, 2023 of 2023-Q1.</source>
        <translation>For example 2022-10..2023-10, 2023 or 2023-Q1.</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: brief aan de raad.</source>
        <translation>For example: letter to the council.</translation>
    </message>
    <message>
        <source>Leeg: de laatste dag van de periode.</source>
        <translation>Empty: the last day of the period.</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Over welke periode?</source>
        <translation>Over which period?</translation>
    </message>
    <message>
        <source>Peildatum</source>
        <translation>Reference date</translation>
    </message>
</context>
<context>
    <name>PeriodPanel</name>
    <message>
        <source>Deze periode echt verwijderen?</source>
        <translation>Really delete this period?</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Periode opgeslagen</source>
        <translation>Period saved</translation>
    </message>
    <message>
        <source>Periode verwijderd</source>
        <translation>Period deleted</translation>
    </message>
    <message>
        <source>Rapportageperiode</source>
        <translation>Reporting period</translation>
    </message>
</context>
<context>
    <name>PeriodsPage</name>
    <message>
        <source>Deze periode is vastgesteld. Heropen haar eerst.</source>
        <translation>This period is adopted. Reopen it first.</translation>
    </message>
    <message>
        <source>Er staat nog geen periode.</source>
        <translation>There is no period yet.</translation>
    </message>
    <message>
        <source>Heropen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Nieuwe periode</source>
        <translation>New period</translation>
    </message>
    <message>
        <source>Peildatum</source>
        <translation>Reference date</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Periode staat nu op: {0}</source>
        <translation>Period is now: {0}</translation>
    </message>
    <message>
        <source>Rapportageperioden</source>
        <translation>Reporting periods</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Stel vast</source>
        <translation>Adopt</translation>
    </message>
    <message>
        <source>Waarover je verantwoording aflegt. Een concept kun je wijzigen; wat verzonden is ligt vast.</source>
        <translation>What you answer for. A draft can be changed; what was sent is fixed.</translation>
    </message>
    <message>
        <source>Zet op verzonden</source>
        <translation>Mark as sent</translation>
    </message>
    <message>
        <source>periode</source>
        <translation>period</translation>
    </message>
    <message>
        <source>perioden</source>
        <translation>periods</translation>
    </message>
</context>
<context>
    <name>PermitHistory</name>
    <message>
        <source>Verloop</source>
        <translation>Course</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>Gevonden personen</source>
        <translation>Persons found</translation>
    </message>
    <message>
        <source>Niemand gevonden met deze naam.</source>
        <translation>Nobody found with this name.</translation>
    </message>
    <message>
        <source>Nieuwe persoon vastleggen</source>
        <translation>Record new person</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Achternaam</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Andere namen</source>
        <translation>Other names</translation>
    </message>
    <message>
        <source>Bijnaam of andere schrijfwijze</source>
        <translation>Nickname or other spelling</translation>
    </message>
    <message>
        <source>Bijvoorbeeld 12-10-2004.</source>
        <translation>For example 12-10-2004.</translation>
    </message>
    <message>
        <source>De geboortedatum is geschat</source>
        <translation>The date of birth is estimated</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Er is een tolk nodig</source>
        <translation>An interpreter is needed</translation>
    </message>
    <message>
        <source>Geboortedatum</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Huisnummer</source>
        <translation>House number</translation>
    </message>
    <message>
        <source>Lijkt op iemand die al in je kluis staat</source>
        <translation>Resembles someone already in your vault</translation>
    </message>
    <message>
        <source>Nodig voor een casus bij iemand onder de 16.</source>
        <translation>Needed for a case of someone under 16.</translation>
    </message>
    <message>
        <source>Plaats</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Roepnaam</source>
        <translation>Known as</translation>
    </message>
    <message>
        <source>Straat</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Telefoon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Tussenvoegsel</source>
        <translation>Prefix</translation>
    </message>
    <message>
        <source>Voornaam</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Wettelijk vertegenwoordiger</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>Wie is dit?</source>
        <translation>Who is this?</translation>
    </message>
    <message>
        <source>Wijk</source>
        <translation>District</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>Kijk eerst of het een van hen is. Is het iemand anders, leg die dan vast.</source>
        <translation>First see whether it is one of them. If it is someone else, record them.</translation>
    </message>
    <message>
        <source>Nieuwe persoon</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Persoon gewijzigd</source>
        <translation>Person changed</translation>
    </message>
    <message>
        <source>Persoon vastgelegd</source>
        <translation>Person recorded</translation>
    </message>
    <message>
        <source>Persoon vastleggen</source>
        <translation>Record person</translation>
    </message>
    <message>
        <source>Persoon wijzigen</source>
        <translation>Edit person</translation>
    </message>
    <message>
        <source>Van een gezinslid onder 18 zonder eigen casus leg je alleen naam en geboortedatum vast.</source>
        <translation>Of a family member under 18 without a case of their own only name and birth date are kept.</translation>
    </message>
    <message>
        <source>Wijzigingen opslaan</source>
        <translation>Save changes</translation>
    </message>
</context>
<context>
    <name>PersonsPage</name>
    <message>
        <source>Er staat nog niemand in je kluis.</source>
        <translation>There is nobody in your vault yet.</translation>
    </message>
    <message>
        <source>Geboren</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Iedereen die in je kluis staat: jongeren, gezinsleden en vertegenwoordigers.</source>
        <translation>Everyone in your vault: young people, family members and representatives.</translation>
    </message>
    <message>
        <source>Laatste contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nieuwe persoon</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Open casussen</source>
        <translation>Open cases</translation>
    </message>
    <message>
        <source>Personen</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Wijk</source>
        <translation>District</translation>
    </message>
    <message>
        <source>personen</source>
        <translation>persons</translation>
    </message>
    <message>
        <source>persoon</source>
        <translation>person</translation>
    </message>
</context>
<context>
    <name>PhaseForm</name>
    <message>
        <source>Dit verviel bij het afsluiten. Wat je niet kiest, blijft vervallen; wat al klaar had moeten zijn, komt op de dag van heropenen.</source>
        <translation>This lapsed when the case was closed. What you do not choose stays lapsed; what was due already comes on the day of reopening.</translation>
    </message>
    <message>
        <source>Hoe gaat het nu met de persoon?</source>
        <translation>How is the person doing now?</translation>
    </message>
    <message>
        <source>Naar welke fase?</source>
        <translation>To which phase?</translation>
    </message>
    <message>
        <source>Reden</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Vanaf wanneer?</source>
        <translation>From when?</translation>
    </message>
    <message>
        <source>Waarom stopt de casus?</source>
        <translation>Why does the case end?</translation>
    </message>
    <message>
        <source>Wat pak je weer op?</source>
        <translation>What do you take up again?</translation>
    </message>
</context>
<context>
    <name>PhasePanel</name>
    <message>
        <source>Casus afgesloten</source>
        <translation>Case closed</translation>
    </message>
    <message>
        <source>Casus afsluiten</source>
        <translation>Close case</translation>
    </message>
    <message>
        <source>Casus heropend</source>
        <translation>Case reopened</translation>
    </message>
    <message>
        <source>Casus heropenen</source>
        <translation>Reopen case</translation>
    </message>
    <message>
        <source>Fase is nu: {0}</source>
        <translation>Phase is now: {0}</translation>
    </message>
    <message>
        <source>Fase wijzigen</source>
        <translation>Change phase</translation>
    </message>
    <message>
        <source>In een paar woorden; dit komt in de geschiedenis van het dossier.</source>
        <translation>In a few words; this goes into the history of the dossier.</translation>
    </message>
    <message>
        <source>Jij werkt er weer aan als je dat deed. De hertoets komt over {0} maanden.</source>
        <translation>You work on it again if you did before. The review comes in {0} months.</translation>
    </message>
    <message>
        <source>Wat gaf je door?</source>
        <translation>What did you pass on?</translation>
    </message>
    <message>
        <source>{0} · nu: {1}</source>
        <translation>{0} · now: {1}</translation>
    </message>
</context>
<context>
    <name>PlanActs</name>
    <message>
        <source>Actie bijgewerkt</source>
        <translation>Action updated</translation>
    </message>
    <message>
        <source>Doel bijgewerkt</source>
        <translation>Goal updated</translation>
    </message>
    <message>
        <source>Plan vastgesteld; jouw acties staan bij je taken</source>
        <translation>Plan adopted; your actions are among your tasks</translation>
    </message>
    <message>
        <source>Vul eerst in of het plan is besproken, of waarom niet. Sla op en stel het daarna vast.</source>
        <translation>First fill in whether the plan was discussed, or why not. Save it and then adopt it.</translation>
    </message>
</context>
<context>
    <name>PlanBoard</name>
    <message>
        <source>Anders dan in versie {0}</source>
        <translation>Different from version {0}</translation>
    </message>
    <message>
        <source>Besproken</source>
        <translation>Discussed</translation>
    </message>
    <message>
        <source>Concept wijzigen</source>
        <translation>Change the draft</translation>
    </message>
    <message>
        <source>De doelen en acties zijn hetzelfde.</source>
        <translation>The goals and actions are the same.</translation>
    </message>
    <message>
        <source>Evaluatie</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>Gereed</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Geschrapt</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Gewijzigd</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>In deze versie staan geen doelen.</source>
        <translation>There are no goals in this version.</translation>
    </message>
    <message>
        <source>Nieuw</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Nieuwe versie schrijven</source>
        <translation>Write a new version</translation>
    </message>
    <message>
        <source>Opgesteld</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Plan evalueren</source>
        <translation>Evaluate the plan</translation>
    </message>
    <message>
        <source>Plan van aanpak, versie {0}</source>
        <translation>Action plan, version {0}</translation>
    </message>
    <message>
        <source>Plan vaststellen</source>
        <translation>Adopt the plan</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Stand van het doel</source>
        <translation>State of the goal</translation>
    </message>
    <message>
        <source>Uitkomst evaluatie</source>
        <translation>Outcome of the evaluation</translation>
    </message>
    <message>
        <source>Versie van het plan</source>
        <translation>Version of the plan</translation>
    </message>
    <message>
        <source>Versie {0}: {1}</source>
        <translation>Version {0}: {1}</translation>
    </message>
    <message>
        <source>Zet op: {0}</source>
        <translation>Set to: {0}</translation>
    </message>
    <message>
        <source>actie bij: {0}</source>
        <translation>action for: {0}</translation>
    </message>
    <message>
        <source>doel</source>
        <translation>goal</translation>
    </message>
    <message>
        <source>eens met het plan</source>
        <translation>agrees with the plan</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>leefgebied</source>
        <translation>life domain</translation>
    </message>
    <message>
        <source>niet eens met het plan</source>
        <translation>does not agree with the plan</translation>
    </message>
    <message>
        <source>nog niet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>soort</source>
        <translation>kind</translation>
    </message>
    <message>
        <source>tekst</source>
        <translation>text</translation>
    </message>
    <message>
        <source>termijn</source>
        <translation>due date</translation>
    </message>
    <message>
        <source>uiterlijk {0}</source>
        <translation>by {0}</translation>
    </message>
    <message>
        <source>wie</source>
        <translation>who</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Besproken met de jongere?</source>
        <translation>Discussed with the young person?</translation>
    </message>
    <message>
        <source>Datum van het plan</source>
        <translation>Date of the plan</translation>
    </message>
    <message>
        <source>Doelen en acties</source>
        <translation>Goals and actions</translation>
    </message>
    <message>
        <source>Een concept mag wachten; voor je het plan vaststelt, vul je dit in.</source>
        <translation>A draft may wait; fill this in before you adopt the plan.</translation>
    </message>
    <message>
        <source>In gewone woorden, zoals je het met de jongere bespreekt.</source>
        <translation>In plain words, as you discuss it with the young person.</translation>
    </message>
    <message>
        <source>Is de jongere het ermee eens?</source>
        <translation>Does the young person agree?</translation>
    </message>
    <message>
        <source>Per doel de acties eronder. Enter: volgende regel. Alt+↑ of Alt+↓: verplaatsen. Ctrl+Delete: weghalen.</source>
        <translation>The actions under each goal. Enter: next line. Alt+↑ or Alt+↓: move. Ctrl+Delete: remove.</translation>
    </message>
    <message>
        <source>Waar werken we naartoe?</source>
        <translation>What are we working towards?</translation>
    </message>
    <message>
        <source>Waarom niet?</source>
        <translation>Why not?</translation>
    </message>
    <message>
        <source>Wanneer besproken?</source>
        <translation>When was it discussed?</translation>
    </message>
    <message>
        <source>Wanneer kijken jullie terug?</source>
        <translation>When will you look back?</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Leeg beginnen</source>
        <translation>Begin empty</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Plan opgeslagen als concept</source>
        <translation>Plan saved as a draft</translation>
    </message>
    <message>
        <source>Plan opslaan</source>
        <translation>Save plan</translation>
    </message>
    <message>
        <source>Plan van aanpak</source>
        <translation>Action plan</translation>
    </message>
    <message>
        <source>{0} · concept, versie {1}</source>
        <translation>{0} · draft, version {1}</translation>
    </message>
    <message>
        <source>{0} · versie {1}, overgenomen uit versie {2}</source>
        <translation>{0} · version {1}, taken over from version {2}</translation>
    </message>
</context>
<context>
    <name>PlanTab</name>
    <message>
        <source>Casus openen</source>
        <translation>Open case</translation>
    </message>
    <message>
        <source>Een plan hoort bij een casus. Open er eerst een.</source>
        <translation>A plan belongs to a case. Open one first.</translation>
    </message>
    <message>
        <source>Er is nog geen plan van aanpak.</source>
        <translation>There is no action plan yet.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan schrijven</source>
        <translation>Write plan</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Casus verandert die teksten niet. Kijk of je ze zelf wilt aanpassen.</source>
        <translation>Casus does not change those texts. See whether you want to change them yourself.</translation>
    </message>
    <message>
        <source>Dit blijft</source>
        <translation>This stays</translation>
    </message>
    <message>
        <source>Dit gaat voorgoed weg</source>
        <translation>This goes for good</translation>
    </message>
    <message>
        <source>Dit kan nu niet</source>
        <translation>This cannot be done now</translation>
    </message>
    <message>
        <source>Namen die elders blijven staan</source>
        <translation>Names that stay elsewhere</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Van deze mensen blijft niets over:</source>
        <translation>Nothing is left of these people:</translation>
    </message>
    <message>
        <source>en nog {0}</source>
        <translation>and {0} more</translation>
    </message>
    <message>
        <source>noemt {0}</source>
        <translation>names {0}</translation>
    </message>
</context>
<context>
    <name>PlannedCard</name>
    <message>
        <source>Afspraken en bezoeken</source>
        <translation>Appointments and visits</translation>
    </message>
    <message>
        <source>Er staat de komende week niets gepland.</source>
        <translation>Nothing is planned for the coming week.</translation>
    </message>
    <message>
        <source>Verslag</source>
        <translation>Report</translation>
    </message>
</context>
<context>
    <name>PlanningPage</name>
    <message>
        <source>Afspraak</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Afspraak maken</source>
        <translation>Make appointment</translation>
    </message>
    <message>
        <source>Bezoek</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Bezoek nodig</source>
        <translation>Visit due</translation>
    </message>
    <message>
        <source>Casus</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Dagstaat</source>
        <translation>Day sheet</translation>
    </message>
    <message>
        <source>Eerst nodig</source>
        <translation>Needed first</translation>
    </message>
    <message>
        <source>Fase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Hertoets</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Je casussen op volgorde van wat nodig is.</source>
        <translation>Your cases in the order of what is needed.</translation>
    </message>
    <message>
        <source>Je hebt geen lopende casussen. Open er een bij een persoon.</source>
        <translation>You have no running cases. Open one from a person.</translation>
    </message>
    <message>
        <source>Laatste contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Niets gepland</source>
        <translation>Nothing planned</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>Planning van</source>
        <translation>Planning of</translation>
    </message>
    <message>
        <source>Ritme van bezoeken…</source>
        <translation>Rhythm of visits…</translation>
    </message>
    <message>
        <source>Taak</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>aangeboden</source>
        <translation>offered</translation>
    </message>
    <message>
        <source>casus</source>
        <translation>case</translation>
    </message>
    <message>
        <source>casussen</source>
        <translation>cases</translation>
    </message>
</context>
<context>
    <name>PolicyFilePanel</name>
    <message>
        <source>Alle bestanden</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Beleid laden</source>
        <translation>Load a policy</translation>
    </message>
    <message>
        <source>Beleid {0} geldt nu</source>
        <translation>Policy {0} is now in force</translation>
    </message>
    <message>
        <source>Beleidsbestand (.toml)</source>
        <translation>Policy file (.toml)</translation>
    </message>
    <message>
        <source>Beleidsbestanden (*.toml)</source>
        <translation>Policy files (*.toml)</translation>
    </message>
    <message>
        <source>Bestand lezen</source>
        <translation>Read file</translation>
    </message>
    <message>
        <source>Er verandert niets tot je op Toepassen drukt.</source>
        <translation>Nothing changes until you press Apply.</translation>
    </message>
    <message>
        <source>Eén dossier krijgt een andere bewaardatum. Dit wordt anders:</source>
        <translation>One dossier gets another last day. This becomes different:</translation>
    </message>
    <message>
        <source>Geen enkel dossier krijgt een andere bewaardatum. Dit wordt anders:</source>
        <translation>No dossier gets another last day. This becomes different:</translation>
    </message>
    <message>
        <source>Toepassen</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>nu: {0}
straks: {1}</source>
        <translation>now: {0}
then: {1}</translation>
    </message>
    <message>
        <source>{0} dossiers krijgen een andere bewaardatum. Dit wordt anders:</source>
        <translation>{0} dossiers get another last day. This becomes different:</translation>
    </message>
</context>
<context>
    <name>PolicyNote</name>
    <message>
        <source>Vastgelegd door {0}.</source>
        <translation>Fixed by {0}.</translation>
    </message>
</context>
<context>
    <name>PolicyPanel</name>
    <message>
        <source>Beleid van de organisatie</source>
        <translation>Policy of the organisation</translation>
    </message>
    <message>
        <source>Beleid {0} van {1}</source>
        <translation>Policy {0} of {1}</translation>
    </message>
    <message>
        <source>Eerder</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Geldt</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>Niet vastgelegd: zo doet Casus het zelf</source>
        <translation>Not fixed: what Casus does by itself</translation>
    </message>
    <message>
        <source>Toegepaste bestanden</source>
        <translation>Files that were applied</translation>
    </message>
    <message>
        <source>Vastgelegd door de organisatie</source>
        <translation>Fixed by the organisation</translation>
    </message>
    <message>
        <source>toegepast op {0} · {1} · controlegetal {2}</source>
        <translation>applied on {0} · {1} · checksum {2}</translation>
    </message>
</context>
<context>
    <name>PolicySection</name>
    <message>
        <source>Ander beleid</source>
        <translation>Another policy</translation>
    </message>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Beleid {0} van {1}, geldig vanaf {2}.</source>
        <translation>Policy {0} of {1}, valid from {2}.</translation>
    </message>
    <message>
        <source>Bestand laden</source>
        <translation>Load file</translation>
    </message>
    <message>
        <source>De beheerder heeft beleid {0} van {1} klaargezet. Bekijk het bij Beheer.</source>
        <translation>The administrator put policy {0} of {1} ready. Look at it under Manage.</translation>
    </message>
    <message>
        <source>Een bestand van je organisatie. Je ziet eerst wat er verandert.</source>
        <translation>A file of your organisation. You first see what changes.</translation>
    </message>
    <message>
        <source>Het beleid dat de beheerder klaarzette, kan niet: {0}</source>
        <translation>The policy that the administrator put ready cannot be used: {0}</translation>
    </message>
    <message>
        <source>Het beleid van {0} liep tot en met {1} en blijft gelden tot er een nieuw bestand is.</source>
        <translation>The policy of {0} ran until {1} and stays in force until there is a new file.</translation>
    </message>
    <message>
        <source>Je organisatie heeft nog niets vastgelegd. Termijnen zijn nog te bevestigen door de privacyfunctionaris (FG).</source>
        <translation>Your organisation has not fixed anything yet. Terms are still to be confirmed by the privacy officer.</translation>
    </message>
    <message>
        <source>Klaargezet op deze computer</source>
        <translation>Put ready on this computer</translation>
    </message>
    <message>
        <source>Termijnen bevestigd door {0}.</source>
        <translation>Terms confirmed by {0}.</translation>
    </message>
    <message>
        <source>Termijnen nog te bevestigen door de privacyfunctionaris (FG).</source>
        <translation>Terms still to be confirmed by the privacy officer.</translation>
    </message>
    <message>
        <source>Wat geldt</source>
        <translation>What is in force</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Afgeschermd dossier</source>
        <translation>Restricted dossier</translation>
    </message>
    <message>
        <source>Laatste contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Open taken</source>
        <translation>Open tasks</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Openen vraagt een reden.</source>
        <translation>Opening it asks for a reason.</translation>
    </message>
    <message>
        <source>Volgende afspraak</source>
        <translation>Next appointment</translation>
    </message>
    <message>
        <source>en nog {0}</source>
        <translation>and {0} more</translation>
    </message>
    <message>
        <source>niets gepland</source>
        <translation>nothing planned</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Voorbeeld van de eerste regels</source>
        <translation>Preview of the first lines</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Dit pakket is al overgenomen, {0}. Je hoeft niets te doen.</source>
        <translation>This package was taken in already, {0}. You need not do anything.</translation>
    </message>
    <message>
        <source>Documenten</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Gemaakt</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Grootte</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Niemand heeft de woorden van deze kaart vergeleken. Misschien komt dit pakket van een ander. Vergelijk eerst de woorden bij Collega&apos;s.</source>
        <translation>Nobody compared the words of this card. This package may come from somebody else. Compare the words first, under Colleagues.</translation>
    </message>
    <message>
        <source>Toch overnemen, zonder controle</source>
        <translation>Take in all the same, unverified</translation>
    </message>
    <message>
        <source>Van {0}</source>
        <translation>From {0}</translation>
    </message>
    <message>
        <source>Vink dit aan, of vergelijk eerst de woorden.</source>
        <translation>Tick this, or compare the words first.</translation>
    </message>
</context>
<context>
    <name>ProgrammeAttendance</name>
    <message>
        <source>Hoe vaak was er iets gepland, en hoe vaak was iemand er? Enter gaat naar het volgende vak.</source>
        <translation>How many meetings were planned, and how many attended? Enter goes to the next box.</translation>
    </message>
    <message>
        <source>Per maand</source>
        <translation>By month</translation>
    </message>
</context>
<context>
    <name>ProgrammeForm</name>
    <message>
        <source>0: nog niet bekend.</source>
        <translation>0: not known yet.</translation>
    </message>
    <message>
        <source>Aanbieder</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Aangemeld op</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Alleen als het traject al begonnen is.</source>
        <translation>Only if the programme has already started.</translation>
    </message>
    <message>
        <source>Alleen als het traject voortijdig stopte.</source>
        <translation>Only when the programme stopped early.</translation>
    </message>
    <message>
        <source>Gestart op</source>
        <translation>Started on</translation>
    </message>
    <message>
        <source>Geëindigd op</source>
        <translation>Ended on</translation>
    </message>
    <message>
        <source>Intake op</source>
        <translation>Intake on</translation>
    </message>
    <message>
        <source>Of een andere aanbieder</source>
        <translation>Or another provider</translation>
    </message>
    <message>
        <source>Soort traject</source>
        <translation>Kind of programme</translation>
    </message>
    <message>
        <source>Staat op een wachtlijst</source>
        <translation>Is on a waiting list</translation>
    </message>
    <message>
        <source>Typ een naam en kies iemand uit je kluis.</source>
        <translation>Type a name and choose someone from your vault.</translation>
    </message>
    <message>
        <source>Uren per week</source>
        <translation>Hours a week</translation>
    </message>
    <message>
        <source>Voor wie?</source>
        <translation>For whom?</translation>
    </message>
    <message>
        <source>Waar leidde het toe?</source>
        <translation>What did it lead to?</translation>
    </message>
    <message>
        <source>Waarom gestopt?</source>
        <translation>Why stopped?</translation>
    </message>
</context>
<context>
    <name>ProgrammePanel</name>
    <message>
        <source>Aanmelden voor een traject</source>
        <translation>Register for a programme</translation>
    </message>
    <message>
        <source>Een andere aanbieder</source>
        <translation>Another provider</translation>
    </message>
    <message>
        <source>Traject vastgelegd</source>
        <translation>Programme recorded</translation>
    </message>
    <message>
        <source>Traject vastleggen</source>
        <translation>Record programme</translation>
    </message>
    <message>
        <source>Traject wijzigen</source>
        <translation>Change the programme</translation>
    </message>
</context>
<context>
    <name>ProgrammeStep</name>
    <message>
        <source>Waar leidde het toe?</source>
        <translation>What did it lead to?</translation>
    </message>
    <message>
        <source>Waarom gestopt?</source>
        <translation>Why stopped?</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
</context>
<context>
    <name>ProgrammesPage</name>
    <message>
        <source>Aangemeld</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Einde</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Er staan nog geen trajecten in je kluis.</source>
        <translation>There are no programmes in your vault yet.</translation>
    </message>
    <message>
        <source>Gestart</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>Laatst aanwezig</source>
        <translation>Last attended</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Traject vastleggen</source>
        <translation>Record programme</translation>
    </message>
    <message>
        <source>Trajecten</source>
        <translation>Programmes</translation>
    </message>
    <message>
        <source>Uitkomst</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Werk, leerwerk, sport, school en coaching.</source>
        <translation>Work, apprenticeship, sport, school and coaching.</translation>
    </message>
    <message>
        <source>traject</source>
        <translation>programme</translation>
    </message>
    <message>
        <source>trajecten</source>
        <translation>programmes</translation>
    </message>
</context>
<context>
    <name>ProgrammesTab</name>
    <message>
        <source>Aangemeld</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Aanwezig</source>
        <translation>Attended</translation>
    </message>
    <message>
        <source>Aanwezigheid</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Einde</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Gestart</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>Is afgerond</source>
        <translation>Mark as finished</translation>
    </message>
    <message>
        <source>Is gestart</source>
        <translation>Mark as started</translation>
    </message>
    <message>
        <source>Is gestopt</source>
        <translation>Mark as stopped</translation>
    </message>
    <message>
        <source>Leidde tot</source>
        <translation>Led to</translation>
    </message>
    <message>
        <source>Nog geen traject: werk, sport, school of coaching.</source>
        <translation>No programme yet: work, sport, school or coaching.</translation>
    </message>
    <message>
        <source>Op wachtlijst</source>
        <translation>Put on waiting list</translation>
    </message>
    <message>
        <source>Traject aanmelden</source>
        <translation>Register programme</translation>
    </message>
    <message>
        <source>Trajecten</source>
        <translation>Programmes</translation>
    </message>
    <message>
        <source>VOG-traject beginnen</source>
        <translation>Begin a VOG procedure</translation>
    </message>
    <message>
        <source>Waarom gestopt</source>
        <translation>Why stopped</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>{0} uur per week</source>
        <translation>{0} hours a week</translation>
    </message>
    <message>
        <source>{0} van {1}</source>
        <translation>{0} of {1}</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Leefgebied</source>
        <translation>Life domain</translation>
    </message>
    <message>
        <source>Na een tweede meting zie je hier hoe het per leefgebied gaat.</source>
        <translation>After a second assessment you see here how each life domain goes.</translation>
    </message>
    <message>
        <source>Van de eerste naar de laatste meting, per persoon met een lopende casus. Twee keer of vaker gemeten: {0}. Eén keer: {1}. Nog niet: {2}.</source>
        <translation>From the first to the latest assessment, per person with a running case. Assessed twice or more: {0}. Once: {1}. Not yet: {2}.</translation>
    </message>
    <message>
        <source>Voortgang van je caseload</source>
        <translation>Progress of your caseload</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Annuleer</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Wordt gestopt…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>{0} van {1}</source>
        <translation>{0} of {1}</translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message>
        <source>Bewijs</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>Er gaat niets naar buiten.</source>
        <translation>Nothing leaves.</translation>
    </message>
    <message>
        <source>Er zijn geen kleine aantallen.</source>
        <translation>There are no small numbers.</translation>
    </message>
    <message>
        <source>Naar buiten</source>
        <translation>Leaving</translation>
    </message>
    <message>
        <source>Niet door deze vrijgave</source>
        <translation>Not by this release</translation>
    </message>
    <message>
        <source>Niveau</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Ook geprobeerd met</source>
        <translation>Also tried with</translation>
    </message>
    <message>
        <source>Wat beschermt dit?</source>
        <translation>What protects this?</translation>
    </message>
    <message>
        <source>Wat een aanvaller overhoudt</source>
        <translation>What is left to an attacker</translation>
    </message>
    <message>
        <source>Zelf aangevallen</source>
        <translation>Attacked by Casus itself</translation>
    </message>
    <message>
        <source>minstens {0} mogelijke aantallen</source>
        <translation>at least {0} possible numbers</translation>
    </message>
    <message>
        <source>voorkennis van binnenuit, {0} keer</source>
        <translation>knowledge from within, {0} times</translation>
    </message>
    <message>
        <source>{0} afgerond op {1}</source>
        <translation>{0} rounded to {1}</translation>
    </message>
    <message>
        <source>{0} andere tellingen, nagerekend in {1} ms</source>
        <translation>{0} other counts, checked again in {1} ms</translation>
    </message>
    <message>
        <source>{0} cijfers</source>
        <translation>{0} figures</translation>
    </message>
    <message>
        <source>{0} kleine aantallen en verschillen</source>
        <translation>{0} small numbers and differences</translation>
    </message>
    <message>
        <source>{0} waren al smaller door eerdere vrijgaven</source>
        <translation>{0} were narrower already by earlier releases</translation>
    </message>
    <message>
        <source>{0} weggelaten, de rest precies</source>
        <translation>{0} left out, the rest exact</translation>
    </message>
    <message>
        <source>{0}, samen met 1 eerdere vrijgave</source>
        <translation>{0}, together with 1 earlier release</translation>
    </message>
    <message>
        <source>{0}, samen met {1} eerdere vrijgaven</source>
        <translation>{0}, together with {1} earlier releases</translation>
    </message>
</context>
<context>
    <name>ProposalsView</name>
    <message>
        <source>Afgehandeld</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Controleren</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Er is iets veranderd sinds het voorstel</source>
        <translation>Something changed since the proposal</translation>
    </message>
    <message>
        <source>Er wacht niets.</source>
        <translation>Nothing is waiting.</translation>
    </message>
    <message>
        <source>Intrekken</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Nog niets afgehandeld.</source>
        <translation>Nothing answered yet.</translation>
    </message>
    <message>
        <source>Voorstel ingetrokken</source>
        <translation>Proposal withdrawn</translation>
    </message>
    <message>
        <source>Wacht op een tweede persoon</source>
        <translation>Waiting for a second person</translation>
    </message>
    <message>
        <source>{0} en nog {1}</source>
        <translation>{0} and {1} more</translation>
    </message>
</context>
<context>
    <name>ProposePanel</name>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Er verdwijnt nog niets: een tweede persoon controleert en beslist.</source>
        <translation>Nothing goes yet: a second person checks and decides.</translation>
    </message>
    <message>
        <source>Verder zonder wat niet kan</source>
        <translation>Go on without what cannot go</translation>
    </message>
    <message>
        <source>Voorgesteld. Een tweede persoon controleert het.</source>
        <translation>Proposed. A second person checks it.</translation>
    </message>
    <message>
        <source>Voorstellen</source>
        <translation>Propose</translation>
    </message>
    <message>
        <source>Voorstellen voor vernietiging</source>
        <translation>Propose destruction</translation>
    </message>
    <message>
        <source>Wordt uitgezocht …</source>
        <translation>Working it out …</translation>
    </message>
</context>
<context>
    <name>ProtectionStep</name>
    <message>
        <source>Blijft hier: 1 tabel</source>
        <translation>Stays here: 1 table</translation>
    </message>
    <message>
        <source>Blijft hier: {0} tabellen</source>
        <translation>Stays here: {0} tables</translation>
    </message>
    <message>
        <source>Cijfers</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Kies een cijfer om te zien waarom het zo naar buiten gaat.</source>
        <translation>Choose a figure to see why it leaves like this.</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Verder naar vrijgeven</source>
        <translation>Go on to release</translation>
    </message>
    <message>
        <source>Waarom zo?</source>
        <translation>Why like this?</translation>
    </message>
    <message>
        <source>Wat wil je zien?</source>
        <translation>What do you want to see?</translation>
    </message>
    <message>
        <source>cijfer</source>
        <translation>figure</translation>
    </message>
    <message>
        <source>cijfers</source>
        <translation>figures</translation>
    </message>
</context>
<context>
    <name>QuestionsStep</name>
    <message>
        <source>Alle personen zijn nieuw</source>
        <translation>All persons are new</translation>
    </message>
    <message>
        <source>Alle twijfel overslaan</source>
        <translation>Skip all in doubt</translation>
    </message>
    <message>
        <source>Casus kent deze waarde niet. Regels: {0}.</source>
        <translation>Casus does not know this value. Lines: {0}.</translation>
    </message>
    <message>
        <source>Deze persoon lijkt op iemand die er al is. Regels: {0}.</source>
        <translation>This person looks like someone who is there already. Lines: {0}.</translation>
    </message>
    <message>
        <source>Deze regels overslaan</source>
        <translation>Skip these lines</translation>
    </message>
    <message>
        <source>Dezelfde als {0}</source>
        <translation>The same as {0}</translation>
    </message>
    <message>
        <source>Elke keuze geldt voor alle regels met dezelfde waarde. Wat je niet kiest, wordt niet geïmporteerd.</source>
        <translation>Each choice holds for all lines with the same value. What you do not choose is not imported.</translation>
    </message>
    <message>
        <source>Hierna volgen nog meer vragen: {0}.</source>
        <translation>More questions follow after these: {0}.</translation>
    </message>
    <message>
        <source>Iemand anders: vastleggen als nieuwe persoon</source>
        <translation>Someone else: register as a new person</translation>
    </message>
    <message>
        <source>Leeg laten</source>
        <translation>Leave empty</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Waarschijnlijk: {0}.</source>
        <translation>Probably: {0}.</translation>
    </message>
    <message>
        <source>Wie is {0}{1}?</source>
        <translation>Who is {0}{1}?</translation>
    </message>
    <message>
        <source>regel {0} van dit bestand</source>
        <translation>line {0} of this file</translation>
    </message>
    <message>
        <source>“{0}” in kolom {1} is</source>
        <translation>“{0}” in column {1} is</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Verhaal</source>
        <translation>Story</translation>
    </message>
</context>
<context>
    <name>RecentPanel</name>
    <message>
        <source>Blijft staan</source>
        <translation>Stays</translation>
    </message>
    <message>
        <source>Er is nog niets gewijzigd.</source>
        <translation>Nothing was changed yet.</translation>
    </message>
    <message>
        <source>Ongedaan gemaakt</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Opnieuw doen</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Oudere wijzigingen</source>
        <translation>Older changes</translation>
    </message>
    <message>
        <source>Recente wijzigingen</source>
        <translation>Recent changes</translation>
    </message>
    <message>
        <source>Wat jij als laatste deed. Elke regel is in zijn geheel terug te draaien.</source>
        <translation>What you did last. Each line can be taken back as a whole.</translation>
    </message>
    <message>
        <source>Wordt opgehaald …</source>
        <translation>Fetching …</translation>
    </message>
    <message>
        <source>{0} gegevens</source>
        <translation>{0} records</translation>
    </message>
</context>
<context>
    <name>RecipientNoticeForm</name>
    <message>
        <source>Hoe is het afgehandeld?</source>
        <translation>How was it settled?</translation>
    </message>
    <message>
        <source>Toelichting</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
</context>
<context>
    <name>RecipientsPage</name>
    <message>
        <source>Afgehandeld</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Anders afhandelen</source>
        <translation>Settle otherwise</translation>
    </message>
    <message>
        <source>Deze ontvangers moet je laten weten dat een gegeven is verbeterd of gewist.</source>
        <translation>You must tell these recipients that something was corrected or erased.</translation>
    </message>
    <message>
        <source>Er is niemand die je iets moet laten weten.</source>
        <translation>There is nobody you have to tell anything.</translation>
    </message>
    <message>
        <source>Gedeeld</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>Gewijzigd</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Iedereen is ingelicht: {0}.</source>
        <translation>Everyone was told: {0}.</translation>
    </message>
    <message>
        <source>Iedereen weet wat er is gewijzigd.</source>
        <translation>Everyone knows what was changed.</translation>
    </message>
    <message>
        <source>Nog in te lichten: {0}</source>
        <translation>Still to be told: {0}</translation>
    </message>
    <message>
        <source>Ontvanger ingelicht</source>
        <translation>Recipient told</translation>
    </message>
    <message>
        <source>Ontvangers inlichten</source>
        <translation>Tell recipients</translation>
    </message>
    <message>
        <source>Over wie</source>
        <translation>About whom</translation>
    </message>
    <message>
        <source>Verteld</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>Wat is gewijzigd</source>
        <translation>What was changed</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>ontvanger</source>
        <translation>recipient</translation>
    </message>
    <message>
        <source>ontvangers</source>
        <translation>recipients</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>Dit is intussen gewijzigd, maar niet in wat jij invulde. Kijk het na en sla opnieuw op.</source>
        <translation>This was changed in the meantime, but not in what you filled in. Check it and save again.</translation>
    </message>
    <message>
        <source>tot {0}, {1}</source>
        <translation>until {0}, {1}</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Hier niets; zonder filter {0}.</source>
        <translation>Nothing here; without filters {0}.</translation>
    </message>
    <message>
        <source>Hier staat nog niets.</source>
        <translation>There is nothing here yet.</translation>
    </message>
    <message>
        <source>Niets gevonden.</source>
        <translation>Nothing found.</translation>
    </message>
    <message>
        <source>Wis zoekopdracht en filters</source>
        <translation>Clear search and filters</translation>
    </message>
    <message>
        <source>{0}, {1} getoond</source>
        <translation>{0}, {1} shown</translation>
    </message>
</context>
<context>
    <name>RecoveryCodePanel</name>
    <message>
        <source>Controleren</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>De nieuwe herstelcode geldt</source>
        <translation>The new recovery code is in force</translation>
    </message>
    <message>
        <source>De oude code opent de kluis daarna niet meer. Leg papier en een envelop klaar.</source>
        <translation>After this the old code no longer opens the vault. Have paper and an envelope ready.</translation>
    </message>
    <message>
        <source>Ik heb hem opgeschreven</source>
        <translation>I have written it down</translation>
    </message>
    <message>
        <source>Nieuwe code maken</source>
        <translation>Make new code</translation>
    </message>
    <message>
        <source>Nieuwe herstelcode</source>
        <translation>New recovery code</translation>
    </message>
</context>
<context>
    <name>RecoveryView</name>
    <message>
        <source>Daarna kies je een nieuw wachtwoord. De herstelcode zelf blijft geldig.</source>
        <translation>Then you choose a new password. The recovery code itself stays valid.</translation>
    </message>
    <message>
        <source>De sleutel wordt berekend. Dat duurt met opzet even.</source>
        <translation>Working out the key. This takes a moment on purpose.</translation>
    </message>
    <message>
        <source>Open met je herstelcode</source>
        <translation>Open with your recovery code</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>RefusePanel</name>
    <message>
        <source>Overdracht geweigerd</source>
        <translation>Transfer refused</translation>
    </message>
    <message>
        <source>Overdracht weigeren</source>
        <translation>Refuse transfer</translation>
    </message>
    <message>
        <source>Weigeren</source>
        <translation>Refuse</translation>
    </message>
</context>
<context>
    <name>RegisterAmbassador</name>
    <message>
        <source>Aantal adviezen</source>
        <translation>Number of times advice was given</translation>
    </message>
    <message>
        <source>Actief tot</source>
        <translation>Active until</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Opgeleid op</source>
        <translation>Trained on</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Soort organisatie</source>
        <translation>Kind of organisation</translation>
    </message>
</context>
<context>
    <name>RegisterBusinessContact</name>
    <message>
        <source>Aanleiding</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Geen naam van een bedrijf of ondernemer.</source>
        <translation>No name of a firm or entrepreneur.</translation>
    </message>
    <message>
        <source>Hoeveel bezoeken?</source>
        <translation>How many visits?</translation>
    </message>
    <message>
        <source>In welke wijk?</source>
        <translation>In which district?</translation>
    </message>
    <message>
        <source>Opmerking</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Wat kwam ervan?</source>
        <translation>What came of it?</translation>
    </message>
</context>
<context>
    <name>RegisterInspection</name>
    <message>
        <source>Hoeveel controles?</source>
        <translation>How many inspections?</translation>
    </message>
    <message>
        <source>In welke wijk?</source>
        <translation>In which district?</translation>
    </message>
    <message>
        <source>Met welke partners?</source>
        <translation>With which partners?</translation>
    </message>
    <message>
        <source>Opmerking</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Resultaat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Wat voor controle?</source>
        <translation>What kind of inspection?</translation>
    </message>
</context>
<context>
    <name>RegisterKinds</name>
    <message>
        <source>Aanleiding</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Aantal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Bedrijf</source>
        <translation>Firm</translation>
    </message>
    <message>
        <source>Bedrijven onder de vergunningplicht: gescreend en geholpen. Naam en adres verlaten deze kluis nooit.</source>
        <translation>Firms that need a permit: screened and helped. Name and address never leave this vault.</translation>
    </message>
    <message>
        <source>Bereikt</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>Controle</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>Controles</source>
        <translation>Inspections</translation>
    </message>
    <message>
        <source>Controles van het BUIT, integrale (verkeers)controles en actiedagen.</source>
        <translation>BUIT inspections, integrated (traffic) checks and action days.</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Deelnemers</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Gebied</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Geholpen</source>
        <translation>Helped</translation>
    </message>
    <message>
        <source>Gesprekken met ondernemers over bewustwording. Zonder naam van een bedrijf.</source>
        <translation>Talks with entrepreneurs to raise awareness. Without the name of a firm.</translation>
    </message>
    <message>
        <source>Groepen</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Knock &amp; Talk</source>
        <translation>Knock &amp; Talk</translation>
    </message>
    <message>
        <source>Lessen, spreekuren en vadertrainingen op scholen, en zorgen die scholen melden.</source>
        <translation>Lessons, consulting hours and fathers’ trainings at schools, and concerns that schools report.</translation>
    </message>
    <message>
        <source>Medewerker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Medewerkers</source>
        <translation>Workers</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Opgeleid</source>
        <translation>Trained</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>PGA-experts, re-integratieofficieren en coördinatoren.</source>
        <translation>PGA experts, re-integration officers and coordinators.</translation>
    </message>
    <message>
        <source>Professionals die zijn opgeleid om jongeren met de VOG te helpen.</source>
        <translation>Professionals trained to help young people with the VOG.</translation>
    </message>
    <message>
        <source>Resultaat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Scholen</source>
        <translation>Schools</translation>
    </message>
    <message>
        <source>School</source>
        <translation>School</translation>
    </message>
    <message>
        <source>Schoolactiviteit</source>
        <translation>School activity</translation>
    </message>
    <message>
        <source>Sessies voor groepen die onder druk kunnen komen te staan.</source>
        <translation>Sessions for groups that may come under pressure.</translation>
    </message>
    <message>
        <source>Sinds</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Soort</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Telt mee</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>Tot</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>VOG-ambassadeur</source>
        <translation>VOG ambassador</translation>
    </message>
    <message>
        <source>VOG-ambassadeurs</source>
        <translation>VOG ambassadors</translation>
    </message>
    <message>
        <source>Vergunning</source>
        <translation>Permit</translation>
    </message>
    <message>
        <source>Vergunningen</source>
        <translation>Permits</translation>
    </message>
    <message>
        <source>Voor wie</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Wat kwam ervan</source>
        <translation>What came of it</translation>
    </message>
    <message>
        <source>Weerbaarheid</source>
        <translation>Resilience</translation>
    </message>
    <message>
        <source>Weerbaarheidssessie</source>
        <translation>Resilience session</translation>
    </message>
    <message>
        <source>Wijk</source>
        <translation>District</translation>
    </message>
</context>
<context>
    <name>RegisterPanel</name>
    <message>
        <source>Een nieuwe school</source>
        <translation>A new school</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Opslaan en een volgende vastleggen (Ctrl+Shift+Enter)</source>
        <translation>Save and record another (Ctrl+Shift+Enter)</translation>
    </message>
    <message>
        <source>Opslaan en volgende</source>
        <translation>Save and next</translation>
    </message>
    <message>
        <source>Vastgelegd</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>Verwijderd</source>
        <translation>Deleted</translation>
    </message>
</context>
<context>
    <name>RegisterPermit</name>
    <message>
        <source>Adres</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Branche</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Gebied</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Geholpen bij de aanvraag</source>
        <translation>Helped with the application</translation>
    </message>
    <message>
        <source>Naam en adres verlaten deze kluis nooit.</source>
        <translation>Name and address never leave this vault.</translation>
    </message>
    <message>
        <source>Naam van het bedrijf</source>
        <translation>Name of the firm</translation>
    </message>
    <message>
        <source>Opmerking</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Sinds wanneer?</source>
        <translation>Since when?</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>RegisterResilience</name>
    <message>
        <source>Hoeveel deelnemers?</source>
        <translation>How many participants?</translation>
    </message>
    <message>
        <source>In welke wijk?</source>
        <translation>In which district?</translation>
    </message>
    <message>
        <source>Met welke partners?</source>
        <translation>With which partners?</translation>
    </message>
    <message>
        <source>Opmerking</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Voor wie?</source>
        <translation>For whom?</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
</context>
<context>
    <name>RegisterSchoolActivity</name>
    <message>
        <source>Aantal bereikt</source>
        <translation>Number reached</translation>
    </message>
    <message>
        <source>Aantal groepen</source>
        <translation>Number of groups</translation>
    </message>
    <message>
        <source>Geen namen van leerlingen.</source>
        <translation>No names of pupils.</translation>
    </message>
    <message>
        <source>Naam van de nieuwe school</source>
        <translation>Name of the new school</translation>
    </message>
    <message>
        <source>Opmerking</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Soort school</source>
        <translation>Kind of school</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Wat was het?</source>
        <translation>What was it?</translation>
    </message>
    <message>
        <source>Welke school?</source>
        <translation>Which school?</translation>
    </message>
    <message>
        <source>Wijk van de school</source>
        <translation>District of the school</translation>
    </message>
</context>
<context>
    <name>RegisterTotals</name>
    <message>
        <source>Alles samen</source>
        <translation>All together</translation>
    </message>
    <message>
        <source>Deze getallen blijven in je kluis.</source>
        <translation>These numbers stay in your vault.</translation>
    </message>
    <message>
        <source>Een jaar, kwartaal of maand: 2023, 2023-Q3, 2023-10 of 2022-10..2023-10.</source>
        <translation>A year, quarter or month: 2023, 2023-Q3, 2023-10 or 2022-10..2023-10.</translation>
    </message>
    <message>
        <source>Naar aanleiding</source>
        <translation>By occasion</translation>
    </message>
    <message>
        <source>Naar doelgroep</source>
        <translation>By audience</translation>
    </message>
    <message>
        <source>Naar functie</source>
        <translation>By role</translation>
    </message>
    <message>
        <source>Naar gebied</source>
        <translation>By area</translation>
    </message>
    <message>
        <source>Naar resultaat</source>
        <translation>By result</translation>
    </message>
    <message>
        <source>Naar sector</source>
        <translation>By sector</translation>
    </message>
    <message>
        <source>Naar soort</source>
        <translation>By kind</translation>
    </message>
    <message>
        <source>Naar soort organisatie</source>
        <translation>By kind of organisation</translation>
    </message>
    <message>
        <source>Naar soort school</source>
        <translation>By kind of school</translation>
    </message>
    <message>
        <source>Naar status</source>
        <translation>By status</translation>
    </message>
    <message>
        <source>Naar wat ervan kwam</source>
        <translation>By what came of it</translation>
    </message>
    <message>
        <source>Naar wijk</source>
        <translation>By district</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Totalen: {0}</source>
        <translation>Totals: {0}</translation>
    </message>
    <message>
        <source>Zoals het stond aan het eind, of vandaag.</source>
        <translation>As it stood at the end, or today.</translation>
    </message>
    <message>
        <source>was {0}</source>
        <translation>was {0}</translation>
    </message>
</context>
<context>
    <name>RegisterWorker</name>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>In dienst sinds</source>
        <translation>In post since</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Telt mee bij de aangestelde experts en officieren</source>
        <translation>Counts among the appointed experts and officers</translation>
    </message>
    <message>
        <source>Tot</source>
        <translation>Until</translation>
    </message>
</context>
<context>
    <name>RegistersPage</name>
    <message>
        <source>Importeer een bestand</source>
        <translation>Import a file</translation>
    </message>
    <message>
        <source>In dit register staat nog niets.</source>
        <translation>There is nothing in this register yet.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>Totalen</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>regel</source>
        <translation>row</translation>
    </message>
    <message>
        <source>regels</source>
        <translation>rows</translation>
    </message>
</context>
<context>
    <name>RelativeForm</name>
    <message>
        <source>Achternaam</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Geboortedatum</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>Is die bekend, dan komt op de achttiende verjaardag de hertoets.</source>
        <translation>If it is known, the review comes on the eighteenth birthday.</translation>
    </message>
    <message>
        <source>Nodig voor een minderjarige, broer of zus zonder eigen casus.</source>
        <translation>Needed for a minor, brother or sister without a case of their own.</translation>
    </message>
    <message>
        <source>Plaats in het gezin</source>
        <translation>Place in the family</translation>
    </message>
    <message>
        <source>Sinds wanneer?</source>
        <translation>Since when?</translation>
    </message>
    <message>
        <source>Tussenvoegsel</source>
        <translation>Prefix</translation>
    </message>
    <message>
        <source>Voornaam</source>
        <translation>Given name</translation>
    </message>
    <message>
        <source>Waarom in dit dossier?</source>
        <translation>Why in this dossier?</translation>
    </message>
</context>
<context>
    <name>RelativePanel</name>
    <message>
        <source>Gezinslid vastgelegd</source>
        <translation>Family member registered</translation>
    </message>
    <message>
        <source>Gezinslid vastleggen</source>
        <translation>Register family member</translation>
    </message>
    <message>
        <source>Iemand in je kluis lijkt hierop. Is het dezelfde? Voeg die dan toe met ‘Gezinslid toevoegen’. Is het een ander? Leg dan nog eens vast.</source>
        <translation>Someone in your vault looks like this. Is it the same person? Then add them with ‘Add family member’. Is it someone else? Then register once more.</translation>
    </message>
    <message>
        <source>Kind, broer of zus</source>
        <translation>Child, brother or sister</translation>
    </message>
</context>
<context>
    <name>Relatives</name>
    <message>
        <source>Bewaren tot</source>
        <translation>Keep until</translation>
    </message>
    <message>
        <source>Er hoeft nu niemand weg; later wel: {0}.</source>
        <translation>Nobody has to go now; later: {0}.</translation>
    </message>
    <message>
        <source>Geen gezinslid zonder eigen casus hoeft weg of gaat binnenkort weg.</source>
        <translation>No family member without a case of their own has to go, now or soon.</translation>
    </message>
    <message>
        <source>Geen reden meer sinds</source>
        <translation>No reason any more since</translation>
    </message>
    <message>
        <source>Gezin</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Gezinsleden zonder eigen casus</source>
        <translation>Family members without a case of their own</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>gezinsleden</source>
        <translation>family members</translation>
    </message>
    <message>
        <source>gezinslid</source>
        <translation>family member</translation>
    </message>
</context>
<context>
    <name>ReleaseBook</name>
    <message>
        <source>Bescherming</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Bewaard</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>Bewijs</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>Boek van vrijgaven</source>
        <translation>Book of releases</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Elders gepubliceerd</source>
        <translation>Published elsewhere</translation>
    </message>
    <message>
        <source>Ingetrokken</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Klopt niet</source>
        <translation>Not right</translation>
    </message>
    <message>
        <source>Nagerekend</source>
        <translation>Checked again</translation>
    </message>
    <message>
        <source>Niet door Casus</source>
        <translation>Not by Casus</translation>
    </message>
    <message>
        <source>Ongewijzigd</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>Vrijgave</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Vrijgave {0}</source>
        <translation>Release {0}</translation>
    </message>
</context>
<context>
    <name>ReleaseForm</name>
    <message>
        <source>Vrijgekomen op</source>
        <translation>Released on</translation>
    </message>
</context>
<context>
    <name>ReleasePanel</name>
    <message>
        <source>Laat leeg als iemand toch nog vastzit.</source>
        <translation>Leave empty if someone is still inside after all.</translation>
    </message>
    <message>
        <source>Vrijgekomen</source>
        <translation>Released</translation>
    </message>
    <message>
        <source>Vrijlating vastgelegd</source>
        <translation>Release recorded</translation>
    </message>
    <message>
        <source>Vrijlating vastleggen</source>
        <translation>Record release</translation>
    </message>
</context>
<context>
    <name>ReleaseStep</name>
    <message>
        <source>Engels</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Na vrijgeven staat elk cijfer in het boek van vrijgaven. Dat kan niet worden teruggedraaid.</source>
        <translation>After release every figure is in the book of releases. That cannot be undone.</translation>
    </message>
    <message>
        <source>Nederlands</source>
        <translation>Dutch</translation>
    </message>
    <message>
        <source>Nog eens opslaan…</source>
        <translation>Save again…</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Vrijgave {0} staat in het boek. Opgeslagen:
{1}</source>
        <translation>Release {0} is in the book. Saved:
{1}</translation>
    </message>
    <message>
        <source>Vrijgeven</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Vrijgeven en opslaan…</source>
        <translation>Release and save…</translation>
    </message>
    <message>
        <source>Waar moet het rapport komen?</source>
        <translation>Where should the report go?</translation>
    </message>
</context>
<context>
    <name>ReleasesPage</name>
    <message numerus="yes">
        <source>%n dag(en) te laat</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>Afspraak</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>Alles op orde</source>
        <translation>All arranged</translation>
    </message>
    <message>
        <source>Bezoek plannen</source>
        <translation>Plan visit</translation>
    </message>
    <message>
        <source>Bezoek vastleggen</source>
        <translation>Record visit</translation>
    </message>
    <message>
        <source>D&amp;R-plan</source>
        <translation>D&amp;R plan</translation>
    </message>
    <message>
        <source>Er zit nu niemand vast.</source>
        <translation>Nobody is inside now.</translation>
    </message>
    <message>
        <source>Komt vrij</source>
        <translation>Comes out</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nog te regelen</source>
        <translation>To be arranged</translation>
    </message>
    <message>
        <source>Vrijlatingen</source>
        <translation>Releases</translation>
    </message>
    <message>
        <source>Wie wanneer vrijkomt, en wat er nog niet geregeld is.</source>
        <translation>Who comes out when, and what is not arranged yet.</translation>
    </message>
    <message>
        <source>Zekerheid</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <source>mensen zitten vast</source>
        <translation>people inside</translation>
    </message>
    <message>
        <source>nog niet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>onbekend</source>
        <translation>unknown</translation>
    </message>
    <message numerus="yes">
        <source>over %n dag(en)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>persoon zit vast</source>
        <translation>person inside</translation>
    </message>
    <message>
        <source>vandaag</source>
        <translation>today</translation>
    </message>
</context>
<context>
    <name>RemedySearch</name>
    <message>
        <source>Zoeken wat helpt: {0}</source>
        <translation>Looking for what helps: {0}</translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message>
        <source>Echt verwijderen</source>
        <translation>Really delete</translation>
    </message>
    <message>
        <source>Echt verwijderen? Dat kan niet worden teruggedraaid.</source>
        <translation>Really delete? This cannot be undone.</translation>
    </message>
    <message>
        <source>Niet verwijderen</source>
        <translation>Do not delete</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>RenewPanel</name>
    <message>
        <source>Doe dit als een ander bij je kluis kon, bijvoorbeeld na een gestolen laptop. Je krijgt twaalf andere woorden. Geef al je collega&apos;s je nieuwe kaart en vraag ze de oude in te trekken; tot dan kunnen ze niets van je overnemen. Wat al onderweg is, kun je nog openen. Dit is niet terug te draaien.</source>
        <translation>Do this when somebody else could get at your vault, for instance after a laptop was stolen. You get twelve other words. Give all your colleagues your new card and ask them to revoke the old one; until then they can take nothing in from you. What is on its way you can still open. This cannot be undone.</translation>
    </message>
    <message>
        <source>Doe dit als een collega vertrekt of een computer kwijt is.</source>
        <translation>Do this when a colleague leaves or a computer is lost.</translation>
    </message>
    <message>
        <source>Eigen sleutels vernieuwen</source>
        <translation>Renew own keys</translation>
    </message>
    <message>
        <source>Sleutels vernieuwd. Bewaar je nieuwe kaart en geef hem aan je collega&apos;s.</source>
        <translation>Keys renewed. Save your new card and give it to your colleagues.</translation>
    </message>
    <message>
        <source>Stuur de nieuwe sleutel daarna aan ieder die in je team blijft.</source>
        <translation>Then send the new key to everyone who stays in your team.</translation>
    </message>
    <message>
        <source>Teamsleutel vernieuwd. Stuur hem naar je collega&apos;s.</source>
        <translation>Team key renewed. Send it to your colleagues.</translation>
    </message>
    <message>
        <source>Teamsleutel vernieuwen</source>
        <translation>Renew the team key</translation>
    </message>
    <message>
        <source>Vanaf {0} krijgt iedereen andere schuilnamen, die wie vertrok niet kan maken. Dit jaar blijft de sleutel zoals hij is, zodat de cijfers van dit jaar kloppen.</source>
        <translation>From {0} on everyone gets other pseudonyms, which whoever left cannot make. This year the key stays as it is, so that the figures of this year are right.</translation>
    </message>
    <message>
        <source>Vernieuw vanaf {0}</source>
        <translation>Renew from {0}</translation>
    </message>
    <message>
        <source>Vernieuwen</source>
        <translation>Renew</translation>
    </message>
</context>
<context>
    <name>ReportBlockForm</name>
    <message>
        <source>Elk cijfer komt met zijn betekenis, grafieken en tabellen in het verslag.</source>
        <translation>Each figure comes into the report with its meaning, charts and tables.</translation>
    </message>
    <message>
        <source>Naam van het focuspunt</source>
        <translation>Name of the focus point</translation>
    </message>
    <message>
        <source>Tekst</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Welk deel van het hoofdstuk?</source>
        <translation>Which part of the chapter?</translation>
    </message>
    <message>
        <source>Welke cijfers?</source>
        <translation>Which figures?</translation>
    </message>
    <message>
        <source>Welke verhalen?</source>
        <translation>Which stories?</translation>
    </message>
</context>
<context>
    <name>ReportChapterForm</name>
    <message>
        <source>Bij welke pijler?</source>
        <translation>Which pillar?</translation>
    </message>
    <message>
        <source>Titel van het hoofdstuk</source>
        <translation>Title of the chapter</translation>
    </message>
</context>
<context>
    <name>ReportCompose</name>
    <message>
        <source>Bijvoorbeeld 2022-10..2023-10, 2023 of 2023-Q1.</source>
        <translation>For example 2022-10..2023-10, 2023 or 2023-Q1.</translation>
    </message>
    <message>
        <source>Hoe streng beschermen?</source>
        <translation>How strict should protection be?</translation>
    </message>
    <message>
        <source>Leeg: de laatste dag van de periode.</source>
        <translation>Empty: the last day of the period.</translation>
    </message>
    <message>
        <source>Over welke periode?</source>
        <translation>About which period?</translation>
    </message>
    <message>
        <source>Peildatum</source>
        <translation>Reference date</translation>
    </message>
</context>
<context>
    <name>ReportFigures</name>
    <message>
        <source>Afgerond</source>
        <translation>Rounded</translation>
    </message>
    <message>
        <source>Bescherming</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Blijft hier</source>
        <translation>Stays here</translation>
    </message>
    <message>
        <source>Cijfer</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Deze combinatie bestaat niet.</source>
        <translation>This combination does not exist.</translation>
    </message>
    <message>
        <source>Gaat niet over personen: het precieze getal mag naar buiten.</source>
        <translation>Not about persons: the exact number may leave.</translation>
    </message>
    <message>
        <source>Gaat over personen: afgerond, zodat niemand te herleiden is.</source>
        <translation>About persons: rounded, so that nobody can be recognised.</translation>
    </message>
    <message>
        <source>Geteld</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Kan niet voorkomen</source>
        <translation>Cannot occur</translation>
    </message>
    <message>
        <source>Mag precies naar buiten: ook samen met de andere cijfers is er niets kleins uit af te leiden.</source>
        <translation>May leave exactly: nothing small can be worked out from it, also together with the other figures.</translation>
    </message>
    <message>
        <source>Naar buiten</source>
        <translation>Leaves as</translation>
    </message>
    <message>
        <source>Precies</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>Totaal</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Totaal naar {0}</source>
        <translation>Total by {0}</translation>
    </message>
    <message>
        <source>Weggelaten</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>Weggelaten: het is zelf klein, of samen met andere cijfers zou er een klein aantal uit te rekenen zijn.</source>
        <translation>Left out: it is small itself, or a small number could be worked out from it together with other figures.</translation>
    </message>
</context>
<context>
    <name>ReportHeadForm</name>
    <message>
        <source>Kies je een andere, dan komen alle cijfers uit die vrijgave.</source>
        <translation>If you choose another, all figures come from that release.</translation>
    </message>
    <message>
        <source>Ondertitel</source>
        <translation>Subtitle</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Van welke vrijgave?</source>
        <translation>Of which release?</translation>
    </message>
</context>
<context>
    <name>ReportNewForm</name>
    <message>
        <source>Alleen cijfers van deze vrijgave kunnen in het verslag.</source>
        <translation>Only figures of this release can be in the report.</translation>
    </message>
    <message>
        <source>In welke taal?</source>
        <translation>In which language?</translation>
    </message>
    <message>
        <source>Staat op de voorkant en in de lijst van verslagen.</source>
        <translation>Stands on the cover and in the list of reports.</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Van welke vrijgave?</source>
        <translation>Of which release?</translation>
    </message>
    <message>
        <source>Waarmee beginnen?</source>
        <translation>What to begin with?</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Aanleveringen</source>
        <translation>Contributions</translation>
    </message>
    <message>
        <source>Bescherming</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Boek van vrijgaven</source>
        <translation>Book of releases</translation>
    </message>
    <message>
        <source>Rapport vrijgegeven en opgeslagen</source>
        <translation>Report released and saved</translation>
    </message>
    <message>
        <source>Rapportage</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Samenstellen</source>
        <translation>Compose</translation>
    </message>
    <message>
        <source>Tellen, beschermen en aanvallen</source>
        <translation>Counting, protecting and attacking</translation>
    </message>
    <message>
        <source>Van registers en aanleveringen naar cijfers die naar buiten mogen.</source>
        <translation>From registers and contributions to figures that may leave.</translation>
    </message>
    <message>
        <source>Verslagen</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Voorbeeld maken</source>
        <translation>Making preview</translation>
    </message>
    <message>
        <source>Vrijgeven</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Vrijgeven en opslaan</source>
        <translation>Release and save</translation>
    </message>
</context>
<context>
    <name>ReportProof</name>
    <message>
        <source>Precieze aantallen</source>
        <translation>Exact numbers</translation>
    </message>
    <message>
        <source>Standaard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Streng</source>
        <translation>Strict</translation>
    </message>
    <message>
        <source>{0} (versie {1})</source>
        <translation>{0} (version {1})</translation>
    </message>
</context>
<context>
    <name>ReportRelease</name>
    <message>
        <source>In welke taal?</source>
        <translation>In which language?</translation>
    </message>
    <message>
        <source>Welke bestanden?</source>
        <translation>Which files?</translation>
    </message>
</context>
<context>
    <name>RequestDecisionForm</name>
    <message>
        <source>Besluit</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Dit staat ook in het antwoord aan de persoon.</source>
        <translation>This is in the answer to the person too.</translation>
    </message>
    <message>
        <source>In het antwoord staat: bezwaar maken kan, en klagen bij de Autoriteit Persoonsgegevens</source>
        <translation>The answer says: the person can object, and complain to the data protection authority</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Wanneer besloten?</source>
        <translation>Decided when?</translation>
    </message>
</context>
<context>
    <name>RequestExtendForm</name>
    <message>
        <source>Alleen als het verzoek ingewikkeld is of als het er veel zijn.</source>
        <translation>Only when the request is complex or there are many.</translation>
    </message>
    <message>
        <source>Waarom duurt het langer?</source>
        <translation>Why does it take longer?</translation>
    </message>
    <message>
        <source>Wanneer hoorde de persoon dit?</source>
        <translation>When was the person told?</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Een ander vraagt het namens de persoon</source>
        <translation>Someone else asks on behalf of the person</translation>
    </message>
    <message>
        <source>In eigen woorden.</source>
        <translation>In their own words.</translation>
    </message>
    <message>
        <source>Laat leeg als het de wettelijk vertegenwoordiger in het dossier is.</source>
        <translation>Leave empty when it is the legal representative in the dossier.</translation>
    </message>
    <message>
        <source>Naam van die ander</source>
        <translation>Name of that other person</translation>
    </message>
    <message>
        <source>Over wie gaat het?</source>
        <translation>Who is it about?</translation>
    </message>
    <message>
        <source>Vanaf deze dag loopt de termijn van één maand, ook als je het later leest.</source>
        <translation>The term of one month runs from this day, also when you read it later.</translation>
    </message>
    <message>
        <source>Wanneer kwam het binnen?</source>
        <translation>When did it come in?</translation>
    </message>
    <message>
        <source>Wat vraagt of zegt de persoon?</source>
        <translation>What does the person ask or say?</translation>
    </message>
    <message>
        <source>Wat wordt gevraagd?</source>
        <translation>What is asked?</translation>
    </message>
    <message>
        <source>Wie is dat?</source>
        <translation>Who is that?</translation>
    </message>
</context>
<context>
    <name>RequestIdentityForm</name>
    <message>
        <source>Hoe weet je wie het vraagt?</source>
        <translation>How do you know who asks?</translation>
    </message>
    <message>
        <source>Ik heb de machtiging gezien</source>
        <translation>I have seen the mandate</translation>
    </message>
    <message>
        <source>Kijk alleen. Bewaar geen kopie en geen nummer van een identiteitsbewijs.</source>
        <translation>Only look. Keep no copy and no number of an identity document.</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
</context>
<context>
    <name>RequestMaskForm</name>
    <message>
        <source>De persoon ziet dat er iets is weggelaten, en deze grond.</source>
        <translation>The person sees that something was left out, and this ground.</translation>
    </message>
    <message>
        <source>Op welke grond?</source>
        <translation>On what ground?</translation>
    </message>
    <message>
        <source>Precies zoals ze in de tekst staan.</source>
        <translation>Exactly as they stand in the text.</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Wat doe je met deze tekst?</source>
        <translation>What do you do with this text?</translation>
    </message>
    <message>
        <source>Welke woorden?</source>
        <translation>Which words?</translation>
    </message>
</context>
<context>
    <name>RequestPanel</name>
    <message>
        <source>Verzoek van betrokkene</source>
        <translation>Request of a data subject</translation>
    </message>
    <message>
        <source>Verzoek vastgelegd: antwoord uiterlijk {0}</source>
        <translation>Request recorded: answer by {0}</translation>
    </message>
    <message>
        <source>Verzoek vastleggen</source>
        <translation>Record request</translation>
    </message>
</context>
<context>
    <name>RequestSentForm</name>
    <message>
        <source>Hoe kreeg de persoon antwoord?</source>
        <translation>How was the person answered?</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
</context>
<context>
    <name>RequestStep</name>
    <message>
        <source>Antwoord gegeven</source>
        <translation>Answer given</translation>
    </message>
    <message>
        <source>Besluit op het verzoek</source>
        <translation>Decision on the request</translation>
    </message>
    <message>
        <source>Besluit vastgelegd</source>
        <translation>Decision recorded</translation>
    </message>
    <message>
        <source>Besluit vastleggen</source>
        <translation>Record the decision</translation>
    </message>
    <message>
        <source>Identiteit vastleggen</source>
        <translation>Record the identity</translation>
    </message>
    <message>
        <source>Intrekken vastleggen</source>
        <translation>Record the withdrawal</translation>
    </message>
    <message>
        <source>Termijn verlengen</source>
        <translation>Extend the term</translation>
    </message>
    <message>
        <source>Vastgelegd wie het vraagt</source>
        <translation>Recorded who asks</translation>
    </message>
    <message>
        <source>Verlengen</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>Verzoek afgehandeld</source>
        <translation>Request finished</translation>
    </message>
    <message>
        <source>Verzoek afhandelen</source>
        <translation>Finish request</translation>
    </message>
    <message>
        <source>Verzoek ingetrokken</source>
        <translation>Request withdrawn</translation>
    </message>
    <message>
        <source>Verzoek verlengd</source>
        <translation>Request extended</translation>
    </message>
    <message>
        <source>Wie vraagt het?</source>
        <translation>Who asks?</translation>
    </message>
    <message>
        <source>{0} · {1} · antwoord uiterlijk {2}</source>
        <translation>{0} · {1} · answer by {2}</translation>
    </message>
</context>
<context>
    <name>RequestWithdrawForm</name>
    <message>
        <source>Wanneer is het ingetrokken?</source>
        <translation>When was it withdrawn?</translation>
    </message>
    <message>
        <source>Wat zei de persoon?</source>
        <translation>What did the person say?</translation>
    </message>
</context>
<context>
    <name>RequestsCard</name>
    <message>
        <source>Alles tonen</source>
        <translation>Show everything</translation>
    </message>
    <message>
        <source>Nog niets gevraagd.</source>
        <translation>Nothing asked yet.</translation>
    </message>
    <message>
        <source>Vastleggen wat het betreft</source>
        <translation>Record what it is about</translation>
    </message>
    <message>
        <source>Verzoek vastleggen</source>
        <translation>Record request</translation>
    </message>
    <message>
        <source>Verzoeken van de persoon</source>
        <translation>Requests of the person</translation>
    </message>
    <message>
        <source>antwoord uiterlijk {0}</source>
        <translation>answer by {0}</translation>
    </message>
    <message>
        <source>ontvangen {0}</source>
        <translation>received {0}</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>Alle verzoeken zijn afgehandeld ({0}).</source>
        <translation>All requests are finished ({0}).</translation>
    </message>
    <message>
        <source>Beantwoord</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Besluit</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Dat kan bij dit verzoek niet (meer). Kies een open verzoek.</source>
        <translation>That is not possible with this request (any more). Choose an open one.</translation>
    </message>
    <message>
        <source>Er is nog geen verzoek binnengekomen.</source>
        <translation>No request has come in yet.</translation>
    </message>
    <message>
        <source>Er staan geen verzoeken open.</source>
        <translation>No requests are open.</translation>
    </message>
    <message>
        <source>Identiteit vastleggen</source>
        <translation>Record the identity</translation>
    </message>
    <message>
        <source>Nieuw verzoek</source>
        <translation>New request</translation>
    </message>
    <message>
        <source>Ontvangen</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Te beantwoorden; geen enkel is te laat.</source>
        <translation>To be answered; none is late.</translation>
    </message>
    <message>
        <source>Te beantwoorden; te laat: {0}.</source>
        <translation>To be answered; late: {0}.</translation>
    </message>
    <message>
        <source>Termijn verlengen</source>
        <translation>Extend the term</translation>
    </message>
    <message>
        <source>Uiterlijk</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Van wie</source>
        <translation>Of whom</translation>
    </message>
    <message>
        <source>Verzoek ingetrokken</source>
        <translation>Request withdrawn</translation>
    </message>
    <message>
        <source>Verzoeken van betrokkenen</source>
        <translation>Requests of data subjects</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Wat het betreft</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>Wie vroeg om inzage, verbetering of wissen. Je antwoordt binnen een maand; Enter toont alles over de persoon.</source>
        <translation>Who asked for access, correction or erasure. You answer within a month; Enter shows everything about the person.</translation>
    </message>
    <message>
        <source>verzoek</source>
        <translation>request</translation>
    </message>
    <message>
        <source>verzoeken</source>
        <translation>requests</translation>
    </message>
</context>
<context>
    <name>RestrictedView</name>
    <message>
        <source>Dit dossier is afgeschermd</source>
        <translation>This dossier is restricted</translation>
    </message>
    <message>
        <source>Dossier openen</source>
        <translation>Open dossier</translation>
    </message>
    <message>
        <source>Je kunt het openen met een reden. Wie, wanneer en waarom komt in het logboek.</source>
        <translation>You can open it with a reason. Who, when and why go into the log.</translation>
    </message>
    <message>
        <source>Waarom open je dit dossier?</source>
        <translation>Why do you open this dossier?</translation>
    </message>
</context>
<context>
    <name>RestrictionForm</name>
    <message>
        <source>Bijvoorbeeld: dreiging, familie van een collega, of het is niet meer nodig. De reden blijft bewaard.</source>
        <translation>For example: a threat, family of a colleague, or it is no longer needed. The reason is kept.</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Wat afgeschermd is, toont Casus nergens meer: alleen het nummer van de persoon. Openen kan met een reden.</source>
        <translation>What is restricted, Casus shows nowhere any more: only the person&apos;s number. It can be opened with a reason.</translation>
    </message>
    <message>
        <source>Wat is afgeschermd?</source>
        <translation>What is restricted?</translation>
    </message>
</context>
<context>
    <name>RestrictionLiftForm</name>
    <message>
        <source>De betrokkene weet dit al</source>
        <translation>The person knows this already</translation>
    </message>
    <message>
        <source>Vanaf wanneer geldt de beperking niet meer?</source>
        <translation>From when is the restriction no longer in force?</translation>
    </message>
</context>
<context>
    <name>RestrictionPanel</name>
    <message>
        <source>Afgeschermd</source>
        <translation>Restricted</translation>
    </message>
    <message>
        <source>Afscherming</source>
        <translation>Restriction</translation>
    </message>
    <message>
        <source>Niet meer afgeschermd</source>
        <translation>No longer restricted</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>ResumePanel</name>
    <message>
        <source>Alleen als je opvolger het pakket niet heeft overgenomen, en dat ook niet meer doet. Gaan twee mensen verder met hetzelfde boek, dan beschermt geen van beide boeken nog.</source>
        <translation>Only if your successor has not taken the package in, and will not. When two people go on with the same book, neither book protects any more.</translation>
    </message>
    <message>
        <source>Boek van vrijgaven terugnemen</source>
        <translation>Take back the book of releases</translation>
    </message>
    <message>
        <source>Het boek is weer hier: je kunt vrijgeven</source>
        <translation>The book is here again: you can release</translation>
    </message>
    <message>
        <source>Terugnemen</source>
        <translation>Take back</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>Aanpak</source>
        <translation>Approach</translation>
    </message>
    <message>
        <source>Bewaren tot</source>
        <translation>Keep until</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Termijn</source>
        <translation>Term</translation>
    </message>
    <message>
        <source>geen einddatum: er geldt een bewaarplicht</source>
        <translation>no last day: it is on legal hold</translation>
    </message>
    <message>
        <source>loopt vanaf het afsluiten van de casus</source>
        <translation>runs from the closing of the case</translation>
    </message>
    <message>
        <source>te bevestigen door de privacyfunctionaris (FG)</source>
        <translation>to be confirmed by the privacy officer</translation>
    </message>
    <message>
        <source>te bevestigen door {0} (FG)</source>
        <translation>to be confirmed by {0} (privacy officer)</translation>
    </message>
    <message>
        <source>vanaf {0}</source>
        <translation>from {0}</translation>
    </message>
    <message>
        <source>verlengd</source>
        <translation>extended</translation>
    </message>
    <message>
        <source>{0} jaar na {1}</source>
        <translation>{0} years after {1}</translation>
    </message>
</context>
<context>
    <name>RetentionCard</name>
    <message>
        <source>Bewaarplicht</source>
        <translation>Legal hold</translation>
    </message>
    <message>
        <source>Bewaarplicht opheffen</source>
        <translation>Lift the legal hold</translation>
    </message>
    <message>
        <source>Bewaarplicht zetten</source>
        <translation>Set a legal hold</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Keeping</translation>
    </message>
    <message>
        <source>Bewaren tot</source>
        <translation>Keep until</translation>
    </message>
    <message>
        <source>Langer bewaren</source>
        <translation>Keep longer</translation>
    </message>
    <message>
        <source>Langste van het gezin</source>
        <translation>Longest of the family</translation>
    </message>
    <message>
        <source>Loopt vanaf</source>
        <translation>Runs from</translation>
    </message>
    <message>
        <source>Naar Bewaren en vernietigen</source>
        <translation>To Keeping and destroying</translation>
    </message>
    <message>
        <source>Privacyfunctionaris (FG)</source>
        <translation>Privacy officer</translation>
    </message>
    <message>
        <source>Termijn</source>
        <translation>Term</translation>
    </message>
    <message>
        <source>Vastgelegd door</source>
        <translation>Fixed by</translation>
    </message>
    <message>
        <source>Wordt opgehaald …</source>
        <translation>Being fetched …</translation>
    </message>
    <message>
        <source>geen einddatum: er loopt nog een casus, of er geldt een bewaarplicht</source>
        <translation>no last day: a case still runs, or is on legal hold</translation>
    </message>
    <message>
        <source>geldt voor dit dossier</source>
        <translation>holds for this dossier</translation>
    </message>
    <message>
        <source>tot {0}</source>
        <translation>until {0}</translation>
    </message>
    <message>
        <source>verlengd</source>
        <translation>extended</translation>
    </message>
</context>
<context>
    <name>RetentionPage</name>
    <message numerus="yes">
        <source>%n dossier(s) aan de beurt om te vernietigen</source>
        <translation>
            <numerusform>%n dossier is due for destruction</numerusform>
            <numerusform>%n dossiers are due for destruction</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) gekozen</source>
        <translation>
            <numerusform>%n dossier chosen</numerusform>
            <numerusform>%n dossiers chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gezinslid (gezinsleden) gekozen</source>
        <translation>
            <numerusform>%n family member chosen</numerusform>
            <numerusform>%n family members chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gezinslid (gezinsleden) om te vernietigen</source>
        <translation>
            <numerusform>%n family member to destroy</numerusform>
            <numerusform>%n family members to destroy</numerusform>
        </translation>
    </message>
    <message>
        <source>Bewaren en vernietigen</source>
        <translation>Keeping and destroying</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Er is nu niets aan de beurt.</source>
        <translation>Nothing is due now.</translation>
    </message>
    <message>
        <source>Er is nu niets aan de beurt; je bewaart {0}.</source>
        <translation>Nothing is due now; you keep {0}.</translation>
    </message>
    <message>
        <source>Er zijn nog geen afgesloten dossiers.</source>
        <translation>There are no closed dossiers yet.</translation>
    </message>
    <message>
        <source>Gezinsleden</source>
        <translation>Family members</translation>
    </message>
    <message>
        <source>Gezinsleden ({0})</source>
        <translation>Family members ({0})</translation>
    </message>
    <message>
        <source>Kies eerst een of meer dossiers in de lijst.</source>
        <translation>Choose one or more dossiers in the list first.</translation>
    </message>
    <message>
        <source>Kies eerst een of meer gezinsleden in de lijst.</source>
        <translation>First choose one or more family members in the list.</translation>
    </message>
    <message>
        <source>Met Shift of Ctrl kies je er meer</source>
        <translation>Shift or Ctrl chooses more</translation>
    </message>
    <message>
        <source>Onderdeel</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Vernietigd</source>
        <translation>Destroyed</translation>
    </message>
    <message>
        <source>Voorstellen</source>
        <translation>Proposals</translation>
    </message>
    <message>
        <source>Voorstellen ({0})</source>
        <translation>Proposals ({0})</translation>
    </message>
    <message>
        <source>Voorstellen voor vernietiging</source>
        <translation>Propose destruction</translation>
    </message>
    <message>
        <source>Wie je niet langer mag bewaren, en vanaf wanneer. Vernietigen doe je altijd met twee personen.</source>
        <translation>Whom you may not keep any longer, and from when. Destroying always takes two people.</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>dossiers</source>
        <translation>dossiers</translation>
    </message>
</context>
<context>
    <name>ReviewForm</name>
    <message>
        <source>Datum van de hertoets</source>
        <translation>Date of the review</translation>
    </message>
    <message>
        <source>Elk half jaar, of eerder.</source>
        <translation>Every half year, or earlier.</translation>
    </message>
    <message>
        <source>Is deze aanpak nog nodig en in verhouding?</source>
        <translation>Is this approach still necessary and proportionate?</translation>
    </message>
    <message>
        <source>Onderbouwing</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Volgende hertoets</source>
        <translation>Next review</translation>
    </message>
    <message>
        <source>Waarom wel of niet: wat is er veranderd, kan het lichter?</source>
        <translation>Why or why not: what has changed, could less be enough?</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message numerus="yes">
        <source>%n fasewisseling(en)</source>
        <translation>
            <numerusform>%n change of phase</numerusform>
            <numerusform>%n changes of phase</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keer gegevens gedeeld</source>
        <translation>
            <numerusform>data shared %n time</numerusform>
            <numerusform>data shared %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keer gesproken</source>
        <translation>
            <numerusform>spoken %n time</numerusform>
            <numerusform>spoken %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keer niet bereikt</source>
        <translation>
            <numerusform>not reached %n time</numerusform>
            <numerusform>not reached %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meting(en)</source>
        <translation>
            <numerusform>%n assessment</numerusform>
            <numerusform>%n assessments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nog open</source>
        <translation>
            <numerusform>%n still open</numerusform>
            <numerusform>%n still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taak (taken) gedaan</source>
        <translation>
            <numerusform>%n task done</numerusform>
            <numerusform>%n tasks done</numerusform>
        </translation>
    </message>
    <message>
        <source>Elke {0} maanden, of eerder.</source>
        <translation>Every {0} months, or earlier.</translation>
    </message>
    <message>
        <source>Hertoets</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Hertoets vastgelegd</source>
        <translation>Review recorded</translation>
    </message>
    <message>
        <source>Hertoets vastgelegd: sluit de casus nu af</source>
        <translation>Review recorded: now close the case</translation>
    </message>
    <message>
        <source>Hertoets vastleggen</source>
        <translation>Record review</translation>
    </message>
    <message>
        <source>Ja, we gaan door</source>
        <translation>Yes, we go on</translation>
    </message>
    <message>
        <source>Nee, de casus kan dicht</source>
        <translation>No, the case can close</translation>
    </message>
    <message>
        <source>Sinds de hertoets van {0}:</source>
        <translation>Since the review of {0}:</translation>
    </message>
    <message>
        <source>Sinds het begin op {0}:</source>
        <translation>Since the start on {0}:</translation>
    </message>
    <message>
        <source>Toen: {0}</source>
        <translation>Then: {0}</translation>
    </message>
</context>
<context>
    <name>RevokePanel</name>
    <message>
        <source>Bijvoorbeeld: laptop kwijt, werkt hier niet meer, de woorden waren anders.</source>
        <translation>For instance: laptop lost, no longer works here, the words were different.</translation>
    </message>
    <message>
        <source>Intrekken</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>Kaart ingetrokken</source>
        <translation>Card revoked</translation>
    </message>
    <message>
        <source>Kaart intrekken</source>
        <translation>Revoke card</translation>
    </message>
    <message>
        <source>{0}. Je stuurt niets meer naar deze kaart en neemt er niets meer van over. Wat al is overgenomen blijft. Je collega kan een nieuwe kaart geven.</source>
        <translation>{0}. You send nothing to this card any more and take nothing in from it. What was taken in stays. Your colleague can give a new card.</translation>
    </message>
</context>
<context>
    <name>RhythmForm</name>
    <message>
        <source>Aangemeld</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Afschaling (nazorg)</source>
        <translation>Scaling down (aftercare)</translation>
    </message>
    <message>
        <source>Heropend</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Monitoring</translation>
    </message>
    <message>
        <source>Plan van aanpak</source>
        <translation>Action plan</translation>
    </message>
    <message>
        <source>Screening en triage</source>
        <translation>Screening and triage</translation>
    </message>
    <message>
        <source>Uitvoering</source>
        <translation>Implementation</translation>
    </message>
</context>
<context>
    <name>RhythmPanel</name>
    <message>
        <source>Dagen tussen twee contacten, per fase.</source>
        <translation>Days between two contacts, per phase.</translation>
    </message>
    <message>
        <source>Ritme opgeslagen</source>
        <translation>Rhythm saved</translation>
    </message>
    <message>
        <source>Ritme opslaan</source>
        <translation>Save rhythm</translation>
    </message>
    <message>
        <source>Ritme van bezoeken</source>
        <translation>Rhythm of visits</translation>
    </message>
</context>
<context>
    <name>ScoreField</name>
    <message>
        <source>Toelichting</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>bron: van wie of waaruit weet je dit?</source>
        <translation>source: from whom or what do you know this?</translation>
    </message>
    <message>
        <source>toelichting</source>
        <translation>note</translation>
    </message>
    <message>
        <source>{0}: bron</source>
        <translation>{0}: source</translation>
    </message>
    <message>
        <source>{0}: toelichting</source>
        <translation>{0}: note</translation>
    </message>
    <message>
        <source>{0}: toelichting en bron</source>
        <translation>{0}: note and source</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>ScreeningForm</name>
    <message>
        <source>Besluit</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Datum van de screening</source>
        <translation>Date of the screening</translation>
    </message>
    <message>
        <source>Kies bij elk criterium wat je weet.</source>
        <translation>Choose what you know of each criterion.</translation>
    </message>
    <message>
        <source>Reden</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Toelichting</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>Voldoet de persoon aan de criteria?</source>
        <translation>Does the person meet the criteria?</translation>
    </message>
</context>
<context>
    <name>ScreeningPanel</name>
    <message>
        <source>Aannemen: naar intake</source>
        <translation>Accept: to intake</translation>
    </message>
    <message>
        <source>Afwijzen</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Besluit vastleggen</source>
        <translation>Record the decision</translation>
    </message>
    <message>
        <source>Doorverwijzen</source>
        <translation>Refer</translation>
    </message>
    <message>
        <source>Naar wie, en waarom?</source>
        <translation>To whom, and why?</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Screening</translation>
    </message>
    <message>
        <source>Screening vastgelegd: afgewezen</source>
        <translation>Screening recorded: rejected</translation>
    </message>
    <message>
        <source>Screening vastgelegd: de intake kan beginnen</source>
        <translation>Screening recorded: the intake can begin</translation>
    </message>
    <message>
        <source>Screening vastgelegd: doorverwezen</source>
        <translation>Screening recorded: referred</translation>
    </message>
    <message>
        <source>Toelichting</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>Waarom is dit nodig voor een minderjarige?</source>
        <translation>Why is this needed for a minor?</translation>
    </message>
    <message>
        <source>Waarom niet?</source>
        <translation>Why not?</translation>
    </message>
</context>
<context>
    <name>SealPanel</name>
    <message>
        <source>Aan wie?</source>
        <translation>To whom?</translation>
    </message>
    <message>
        <source>Je hebt nog geen kaart van iemand aan wie je dit kunt sturen.</source>
        <translation>You have no card yet of anybody you can send this to.</translation>
    </message>
    <message>
        <source>Je mag het mailen of op een stick zetten: het is verzegeld.</source>
        <translation>You may e-mail it or put it on a stick: it is sealed.</translation>
    </message>
    <message>
        <source>Naar Collega&apos;s</source>
        <translation>To Colleagues</translation>
    </message>
    <message>
        <source>Toch sturen, zonder controle</source>
        <translation>Send all the same, unverified</translation>
    </message>
    <message>
        <source>Verzegelde pakketten (*{0})</source>
        <translation>Sealed packages (*{0})</translation>
    </message>
    <message>
        <source>Vink dit aan, of vergelijk eerst de woorden.</source>
        <translation>Tick this, or compare the words first.</translation>
    </message>
    <message>
        <source>Waar komt het bestand?</source>
        <translation>Where does the file go?</translation>
    </message>
</context>
<context>
    <name>SearchHit</name>
    <message>
        <source>Aanbieder:</source>
        <translation>Provider:</translation>
    </message>
    <message>
        <source>Aanwezig:</source>
        <translation>Present:</translation>
    </message>
    <message>
        <source>Bron:</source>
        <translation>Source:</translation>
    </message>
    <message>
        <source>In verslagen, taken, trajecten en bijlagen</source>
        <translation>In reports, tasks, programmes and attachments</translation>
    </message>
    <message>
        <source>Inrichtingen en partners</source>
        <translation>Facilities and partners</translation>
    </message>
    <message>
        <source>Notitie:</source>
        <translation>Note:</translation>
    </message>
    <message>
        <source>Opdrachten</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Personen, casussen en gezinnen</source>
        <translation>Persons, cases and families</translation>
    </message>
    <message>
        <source>Plaats:</source>
        <translation>Place:</translation>
    </message>
    <message>
        <source>Traject {0}</source>
        <translation>Programme: {0}</translation>
    </message>
    <message>
        <source>Verslag:</source>
        <translation>Report:</translation>
    </message>
    <message>
        <source>Waarom gestopt:</source>
        <translation>Why stopped:</translation>
    </message>
    <message>
        <source>Wie:</source>
        <translation>Who:</translation>
    </message>
    <message>
        <source>adres {0}</source>
        <translation>address {0}</translation>
    </message>
    <message>
        <source>e-mail {0}</source>
        <translation>e-mail {0}</translation>
    </message>
    <message>
        <source>in meer gegevens samen</source>
        <translation>in several details together</translation>
    </message>
    <message>
        <source>lijkt erop</source>
        <translation>looks like it</translation>
    </message>
    <message>
        <source>ook bekend als {0}</source>
        <translation>also known as {0}</translation>
    </message>
    <message>
        <source>postcode {0}</source>
        <translation>postcode {0}</translation>
    </message>
    <message>
        <source>telefoon {0}</source>
        <translation>telephone {0}</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>Gevonden</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Niets gevonden voor “{0}”.</source>
        <translation>Nothing found for “{0}”.</translation>
    </message>
    <message>
        <source>{0} gevonden</source>
        <translation>{0} found</translation>
    </message>
</context>
<context>
    <name>SecondPersonSection</name>
    <message>
        <source>Aangemeld op {0}</source>
        <translation>Enrolled on {0}</translation>
    </message>
    <message>
        <source>Aanmelden</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>Afgemeld als tweede persoon</source>
        <translation>No longer a second person</translation>
    </message>
    <message>
        <source>Afmelden</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Een dossier vernietig je nooit alleen. Een collega bevestigt het op deze computer met een eigen geheime zin.</source>
        <translation>You never destroy a dossier alone. A colleague confirms it on this computer with a secret phrase of their own.</translation>
    </message>
    <message>
        <source>Wie controleert met jou?</source>
        <translation>Who checks with you?</translation>
    </message>
</context>
<context>
    <name>SendKeyPanel</name>
    <message>
        <source>Alleen aan PGA-experts en RIO&apos;s van je team. Wie de sleutel heeft en bij de coördinator kan kijken, kan namen uitproberen.</source>
        <translation>Only to PGA experts and RIOs of your team. Whoever has the key and can look at the coordinator&apos;s can try names out.</translation>
    </message>
    <message>
        <source>Teamsleutel versturen</source>
        <translation>Send the team key</translation>
    </message>
    <message>
        <source>Teamsleutel verzegeld. Geef het bestand aan je collega&apos;s.</source>
        <translation>Team key sealed. Give the file to your colleagues.</translation>
    </message>
    <message>
        <source>Verzegelen en bewaren</source>
        <translation>Seal and save</translation>
    </message>
</context>
<context>
    <name>SendStoryPanel</name>
    <message>
        <source>Alleen de vrijgegeven tekst gaat mee, met de handtekening van de tweede persoon. Geen namen, geen casus.</source>
        <translation>Only the approved text goes along, with the second person&apos;s signature. No names, no case.</translation>
    </message>
    <message>
        <source>Verhaal versturen</source>
        <translation>Send the story</translation>
    </message>
    <message>
        <source>Verhaal verzegeld. Geef het bestand aan de coördinator.</source>
        <translation>Story sealed. Give the file to the coordinator.</translation>
    </message>
    <message>
        <source>Verzegelen en bewaren</source>
        <translation>Seal and save</translation>
    </message>
</context>
<context>
    <name>SendWithdrawalPanel</name>
    <message>
        <source>Intrekking versturen</source>
        <translation>Send the withdrawal</translation>
    </message>
    <message>
        <source>Intrekking verzegeld. Geef het bestand aan je collega.</source>
        <translation>Withdrawal sealed. Give the file to your colleague.</translation>
    </message>
    <message>
        <source>Verzegelen en bewaren</source>
        <translation>Seal and save</translation>
    </message>
    <message>
        <source>Wie het verhaal heeft, kan het daarna niet meer vertellen.</source>
        <translation>Whoever has the story cannot tell it any more after that.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Demo: alle mensen zijn verzonnen</source>
        <translation>Demo: all people are made up</translation>
    </message>
    <message>
        <source>Opgeslagen {0}</source>
        <translation>Saved {0}</translation>
    </message>
    <message>
        <source>Sinds de vorige keer is {0} keer een verkeerd wachtwoord geprobeerd, het laatst {1}.</source>
        <translation>Since last time a wrong password was tried {0} times, most recently {1}.</translation>
    </message>
</context>
<context>
    <name>SeveralPanel</name>
    <message>
        <source>Je ziet eerst van elk pakket wat erin zit. Er verandert niets tot je op Overnemen drukt.</source>
        <translation>You first see what is in each package. Nothing changes until you press Take in.</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Niet over te nemen: {0}</source>
        <translation>Cannot be taken in: {0}</translation>
    </message>
    <message>
        <source>Niet overgenomen: {0}</source>
        <translation>Not taken in: {0}</translation>
    </message>
    <message>
        <source>Opnieuw lezen</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Over te nemen: {0}</source>
        <translation>To be taken in: {0}</translation>
    </message>
    <message>
        <source>Overgenomen: {0}</source>
        <translation>Taken in: {0}</translation>
    </message>
    <message>
        <source>Overnemen ({0})</source>
        <translation>Take in ({0})</translation>
    </message>
    <message>
        <source>Pakketten lezen</source>
        <translation>Reading packages</translation>
    </message>
    <message>
        <source>Pakketten overgenomen: {0}</source>
        <translation>Packages taken in: {0}</translation>
    </message>
    <message>
        <source>Pakketten overnemen</source>
        <translation>Taking packages in</translation>
    </message>
    <message>
        <source>Verzegelde pakketten</source>
        <translation>Sealed packages</translation>
    </message>
</context>
<context>
    <name>SharingEditPanel</name>
    <message>
        <source>Dit is niet gedeeld</source>
        <translation>This was not shared</translation>
    </message>
    <message>
        <source>Er staat iets fout</source>
        <translation>Something is wrong</translation>
    </message>
    <message>
        <source>Verbetering opslaan</source>
        <translation>Save correction</translation>
    </message>
    <message>
        <source>Verstrekking verbeterd</source>
        <translation>Sharing corrected</translation>
    </message>
    <message>
        <source>Verstrekking verbeteren</source>
        <translation>Correct this sharing</translation>
    </message>
    <message>
        <source>Verstrekking vervallen verklaard</source>
        <translation>Sharing withdrawn</translation>
    </message>
    <message>
        <source>Waarom staat dit hier ten onrechte?</source>
        <translation>Why should this not be here?</translation>
    </message>
    <message>
        <source>Waarom verbeter je dit?</source>
        <translation>Why do you correct this?</translation>
    </message>
</context>
<context>
    <name>SharingForm</name>
    <message>
        <source>Aan welke partner?</source>
        <translation>With which partner?</translation>
    </message>
    <message>
        <source>De naam van wie het ontving.</source>
        <translation>The name of who received it.</translation>
    </message>
    <message>
        <source>De persoon weet dat dit gedeeld is</source>
        <translation>The person knows that this was shared</translation>
    </message>
    <message>
        <source>Er loopt een bezwaar: waarom mag je dit toch delen?</source>
        <translation>An objection is pending: why may you share this all the same?</translation>
    </message>
    <message>
        <source>Grondslag</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Iemand anders</source>
        <translation>Someone else</translation>
    </message>
    <message>
        <source>In woorden</source>
        <translation>In words</translation>
    </message>
    <message>
        <source>Kies alles wat past; deel niet meer dan nodig.</source>
        <translation>Choose all that fits; share no more than needed.</translation>
    </message>
    <message>
        <source>Leg dat uit</source>
        <translation>Explain that</translation>
    </message>
    <message>
        <source>Met wie heb je gedeeld?</source>
        <translation>With whom did you share?</translation>
    </message>
    <message>
        <source>Of aan iemand anders</source>
        <translation>Or with someone else</translation>
    </message>
    <message>
        <source>Op welke manier?</source>
        <translation>In which way?</translation>
    </message>
    <message>
        <source>Toelichting op de grondslag</source>
        <translation>Explanation of the legal basis</translation>
    </message>
    <message>
        <source>Waarom verbeter je dit?</source>
        <translation>Why do you correct this?</translation>
    </message>
    <message>
        <source>Wanneer gaf de persoon toestemming?</source>
        <translation>When did the person consent?</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Wat er stond, blijft met deze reden in de geschiedenis.</source>
        <translation>What it said stays in the history, with this reason.</translation>
    </message>
    <message>
        <source>Wat heb je gedeeld?</source>
        <translation>What did you share?</translation>
    </message>
    <message>
        <source>Wat klopt er niet?</source>
        <translation>What is not right?</translation>
    </message>
    <message>
        <source>Wie daar?</source>
        <translation>Who there?</translation>
    </message>
</context>
<context>
    <name>SharingPanel</name>
    <message>
        <source>Gegevens gedeeld</source>
        <translation>Data shared</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Verstrekking vastgelegd</source>
        <translation>Data sharing recorded</translation>
    </message>
</context>
<context>
    <name>SharingsPage</name>
    <message>
        <source>Alles is vervallen verklaard ({0}).</source>
        <translation>All of it was withdrawn ({0}).</translation>
    </message>
    <message>
        <source>Dit jaar gedeeld; de personen weten het.</source>
        <translation>Shared this year; the persons know.</translation>
    </message>
    <message>
        <source>Dit jaar gedeeld; {0} keer weet de persoon het niet.</source>
        <translation>Shared this year; {0} times the person does not know.</translation>
    </message>
    <message>
        <source>Dit jaar is nog niets met anderen gedeeld.</source>
        <translation>Nothing was shared with others this year.</translation>
    </message>
    <message>
        <source>Er is nog niets gedeeld. Je legt het vast in een dossier, bij Verantwoording.</source>
        <translation>Nothing was shared yet. You record it in a dossier, under Accountability.</translation>
    </message>
    <message>
        <source>Gedeeld met</source>
        <translation>Shared with</translation>
    </message>
    <message>
        <source>Grondslag</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Over wie</source>
        <translation>About whom</translation>
    </message>
    <message>
        <source>Persoon</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Soort ontvanger</source>
        <translation>Kind of recipient</translation>
    </message>
    <message>
        <source>Totalen</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>Verbeteren</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Verstrekkingen</source>
        <translation>Data sharing</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Wat je over wie met anderen deelde, en waarom dat mocht. Vastleggen doe je in het dossier.</source>
        <translation>What you shared with others about whom, and why that was allowed. You record it in the dossier.</translation>
    </message>
    <message>
        <source>verstrekking</source>
        <translation>sharing</translation>
    </message>
    <message>
        <source>verstrekkingen</source>
        <translation>sharings</translation>
    </message>
</context>
<context>
    <name>ShortPage</name>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Eerdere waarden van dit veld</source>
        <translation>Earlier values of this field</translation>
    </message>
    <message>
        <source>Formulier opslaan</source>
        <translation>Save form</translation>
    </message>
    <message>
        <source>In formulieren en lijsten</source>
        <translation>In forms and lists</translation>
    </message>
    <message>
        <source>In het hele venster</source>
        <translation>Anywhere in the window</translation>
    </message>
    <message>
        <source>Niets gevonden.</source>
        <translation>Nothing found.</translation>
    </message>
    <message>
        <source>Op dit scherm</source>
        <translation>On this screen</translation>
    </message>
    <message>
        <source>Paneel sluiten, concept blijft bewaard</source>
        <translation>Close panel, draft is kept</translation>
    </message>
    <message>
        <source>Rij openen</source>
        <translation>Open row</translation>
    </message>
    <message>
        <source>Rij vooraf bekijken</source>
        <translation>Preview row</translation>
    </message>
    <message>
        <source>Sneltoetsen</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Typ om te zoeken</source>
        <translation>Type to search</translation>
    </message>
    <message>
        <source>Volgende vraag van een formulier</source>
        <translation>Next question of a form</translation>
    </message>
    <message>
        <source>Vorige vraag van een formulier</source>
        <translation>Previous question of a form</translation>
    </message>
    <message>
        <source>Zoeken in sneltoetsen</source>
        <translation>Search the shortcuts</translation>
    </message>
    <message>
        <source>zonder toets</source>
        <translation>no key</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Bewerk</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Haal weg</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Kan naar buiten; {0} nakijken</source>
        <translation>Can leave; {0} to check</translation>
    </message>
    <message>
        <source>Kijk na</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Moet</source>
        <translation>Must</translation>
    </message>
    <message>
        <source>Niets meer te doen</source>
        <translation>Nothing left to do</translation>
    </message>
    <message>
        <source>Nog te doen</source>
        <translation>Still to do</translation>
    </message>
    <message>
        <source>Nog te doen: {0} moet, {1} nakijken</source>
        <translation>Still to do: {0} must, {1} to check</translation>
    </message>
    <message>
        <source>Omhoog</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Omlaag</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Verslag</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Voeg toe</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Concept weggooien</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sluiten, concept blijft bewaard</source>
        <translation>Close, draft is kept</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Navigatie</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>SignPanel</name>
    <message>
        <source>Aan deze dossiers is iets veranderd sinds het voorstel. Wijs het af, of trek het in en stel het opnieuw voor.</source>
        <translation>Something changed in these dossiers since the proposal. Reject it, or withdraw it and propose it again.</translation>
    </message>
    <message>
        <source>Afgewezen. Er is niets vernietigd.</source>
        <translation>Rejected. Nothing was destroyed.</translation>
    </message>
    <message>
        <source>Afwijzen</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Controleren en vernietigen</source>
        <translation>Check and destroy</translation>
    </message>
    <message>
        <source>Er is nog geen tweede persoon aangemeld op deze computer. Doe dat eerst, samen, bij Beheer.</source>
        <translation>No second person is enrolled on this computer yet. Do that first, together, under Settings.</translation>
    </message>
    <message>
        <source>Naar Beheer</source>
        <translation>To Settings</translation>
    </message>
    <message>
        <source>Niet vernietigen</source>
        <translation>Do not destroy</translation>
    </message>
    <message>
        <source>Vernietigen</source>
        <translation>Destroy</translation>
    </message>
    <message>
        <source>Voorgesteld door {0}, {1} · {2}</source>
        <translation>Proposed by {0}, {1} · {2}</translation>
    </message>
    <message>
        <source>Voorgoed vernietigen</source>
        <translation>Destroy for good</translation>
    </message>
    <message>
        <source>Wordt vernietigd. Dit kan even duren; sluit Casus niet.</source>
        <translation>Being destroyed. This may take a while; do not close Casus.</translation>
    </message>
</context>
<context>
    <name>SimilarField</name>
    <message>
        <source>Dit is iemand anders: toch vastleggen</source>
        <translation>This is someone else: record anyway</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Vergelijken</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>bekend onder deze naam</source>
        <translation>known by this name</translation>
    </message>
    <message>
        <source>geboortedatum lijkt erop</source>
        <translation>date of birth is alike</translation>
    </message>
    <message>
        <source>zelfde geboortedatum</source>
        <translation>same date of birth</translation>
    </message>
    <message>
        <source>zelfde of bijna zelfde naam</source>
        <translation>same or nearly the same name</translation>
    </message>
    <message>
        <source>{0} openen</source>
        <translation>Open {0}</translation>
    </message>
    <message>
        <source>{0} vergelijken</source>
        <translation>Compare {0}</translation>
    </message>
</context>
<context>
    <name>SplitPanel</name>
    <message>
        <source>Beiden</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>Gewijzigd na het samenvoegen: van wie is dit?</source>
        <translation>Changed after the merge: whose is this?</translation>
    </message>
    <message>
        <source>Nog {0} vastleggingen blijven bij {1}.</source>
        <translation>{0} more records stay with {1}.</translation>
    </message>
    <message>
        <source>Staat in het logboek.</source>
        <translation>Kept in the log.</translation>
    </message>
    <message>
        <source>Uit elkaar gehaald</source>
        <translation>Taken apart</translation>
    </message>
    <message>
        <source>Uit elkaar halen</source>
        <translation>Take apart</translation>
    </message>
    <message>
        <source>Vastgelegd na het samenvoegen: bij wie hoort dit?</source>
        <translation>Recorded after the merge: whose is this?</translation>
    </message>
    <message>
        <source>Waarom zijn het twee personen?</source>
        <translation>Why are they two persons?</translation>
    </message>
    <message>
        <source>Wat bij een casus hoort, gaat mee met die casus.</source>
        <translation>What belongs to a case goes with that case.</translation>
    </message>
    <message>
        <source>Wie bleef</source>
        <translation>Who stayed</translation>
    </message>
    <message>
        <source>Wie terugkomt ({0})</source>
        <translation>Who comes back ({0})</translation>
    </message>
    <message>
        <source>{0} ({1}) komt terug met alles wat ervan was, ook wat sindsdien is gewijzigd.</source>
        <translation>{0} ({1}) comes back with all that was theirs, what changed since included.</translation>
    </message>
    <message>
        <source>{0} en {1}</source>
        <translation>{0} and {1}</translation>
    </message>
</context>
<context>
    <name>StandingForm</name>
    <message>
        <source>Hoe staat het ervoor?</source>
        <translation>How does it stand?</translation>
    </message>
    <message>
        <source>Resultaat</source>
        <translation>Result</translation>
    </message>
</context>
<context>
    <name>StandingPanel</name>
    <message>
        <source>Actie bijgewerkt</source>
        <translation>Action updated</translation>
    </message>
    <message>
        <source>Doel bijgewerkt</source>
        <translation>Goal updated</translation>
    </message>
    <message>
        <source>Hoe staat de actie?</source>
        <translation>How does the action stand?</translation>
    </message>
    <message>
        <source>Hoe staat het doel?</source>
        <translation>How does the goal stand?</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>StartBegin</name>
    <message>
        <source>Hoe wil je beginnen?</source>
        <translation>How do you want to start?</translation>
    </message>
</context>
<context>
    <name>StartNewPassword</name>
    <message>
        <source>Een zin van vier of meer losse woorden onthoud je het best.</source>
        <translation>A phrase of four or more separate words is easiest to remember.</translation>
    </message>
    <message>
        <source>Nieuw wachtwoord</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Typ het nieuwe wachtwoord nog een keer</source>
        <translation>Type the new password again</translation>
    </message>
</context>
<context>
    <name>StartOwner</name>
    <message>
        <source>Een zin van vier of meer losse woorden onthoud je het best.</source>
        <translation>A phrase of four or more separate words is easiest to remember.</translation>
    </message>
    <message>
        <source>Hoe heet je?</source>
        <translation>What is your name?</translation>
    </message>
    <message>
        <source>Kies een wachtwoord</source>
        <translation>Choose a password</translation>
    </message>
    <message>
        <source>Typ het wachtwoord nog een keer</source>
        <translation>Type the password again</translation>
    </message>
    <message>
        <source>Zoals collega’s je kennen; dit blijft in de kluis.</source>
        <translation>As colleagues know you; this stays in the vault.</translation>
    </message>
</context>
<context>
    <name>StartPlace</name>
    <message>
        <source>Deze naam komt op je rapportages.</source>
        <translation>This name appears on your reports.</translation>
    </message>
    <message>
        <source>Een lege of nieuwe map op deze computer.</source>
        <translation>An empty or new folder on this computer.</translation>
    </message>
    <message>
        <source>In welke taal werk je?</source>
        <translation>In which language do you work?</translation>
    </message>
    <message>
        <source>Voor welke organisatie?</source>
        <translation>For which organisation?</translation>
    </message>
    <message>
        <source>Waar komt je kluis te staan?</source>
        <translation>Where should your vault be?</translation>
    </message>
</context>
<context>
    <name>StartRecovery</name>
    <message>
        <source>Herstelcode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Zeven groepjes van vier tekens. Streepjes, spaties en hoofdletters hoef je niet te typen.</source>
        <translation>Seven groups of four characters. You need not type hyphens, spaces or capitals.</translation>
    </message>
</context>
<context>
    <name>StartRole</name>
    <message>
        <source>Wat is je rol?</source>
        <translation>What is your role?</translation>
    </message>
</context>
<context>
    <name>StartUnlock</name>
    <message>
        <source>Wachtwoord</source>
        <translation>Password</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>Alles blijft op deze computer. Casus gebruikt geen netwerk.</source>
        <translation>Everything stays on this computer. Casus uses no network.</translation>
    </message>
    <message>
        <source>De demo wordt gemaakt. Dat duurt ongeveer een minuut.</source>
        <translation>Making the demo. This takes about a minute.</translation>
    </message>
    <message>
        <source>Kies de map van je kluis</source>
        <translation>Choose the folder of your vault</translation>
    </message>
</context>
<context>
    <name>StepPanel</name>
    <message>
        <source>Intake</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>Traject afgerond</source>
        <translation>Programme finished</translation>
    </message>
    <message>
        <source>Traject gestart</source>
        <translation>Programme started</translation>
    </message>
    <message>
        <source>Traject gestopt</source>
        <translation>Programme stopped</translation>
    </message>
    <message>
        <source>Vastleggen</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>StepPath</name>
    <message>
        <source>Stap {0} van {1}: {2}</source>
        <translation>Step {0} of {1}: {2}</translation>
    </message>
</context>
<context>
    <name>StoriesPage</name>
    <message>
        <source>Alleen een verhaal dat nooit is vrijgegeven, kun je weggooien.</source>
        <translation>Only a story that was never approved can be thrown away.</translation>
    </message>
    <message>
        <source>Er zijn nog geen verhalen. Ze komen binnen in een verzegeld pakket van een collega.</source>
        <translation>There are no stories yet. They come in a sealed package from a colleague.</translation>
    </message>
    <message>
        <source>Ervaringen uit de praktijk, zonder dat iemand te herkennen is.</source>
        <translation>Experiences from practice in which nobody can be recognised.</translation>
    </message>
    <message>
        <source>Gewijzigd</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Intrekken</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Intrekking versturen</source>
        <translation>Send withdrawal</translation>
    </message>
    <message>
        <source>Je hebt nog geen verhaal geschreven.</source>
        <translation>You have not written a story yet.</translation>
    </message>
    <message>
        <source>Kies eerst een verhaal dat is ingetrokken.</source>
        <translation>First choose a story that was withdrawn.</translation>
    </message>
    <message>
        <source>Kies eerst een verhaal dat nog niet is ingetrokken.</source>
        <translation>First choose a story that was not withdrawn yet.</translation>
    </message>
    <message>
        <source>Laten meelezen</source>
        <translation>Second reader</translation>
    </message>
    <message>
        <source>Lezen</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Nog geen verhaal geschreven.</source>
        <translation>No story written yet.</translation>
    </message>
    <message>
        <source>Pijler</source>
        <translation>Pillar</translation>
    </message>
    <message>
        <source>Publicatie vastleggen</source>
        <translation>Record publication</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Toestemming ingetrokken</source>
        <translation>Consent withdrawn</translation>
    </message>
    <message>
        <source>Toetsen</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Toon</source>
        <translation>Tone</translation>
    </message>
    <message>
        <source>Vanuit</source>
        <translation>Perspective</translation>
    </message>
    <message>
        <source>Vastgelegd dat dit verhaal is gepubliceerd</source>
        <translation>Recorded that this story was published</translation>
    </message>
    <message>
        <source>Verhaal</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>Verhaal schrijven</source>
        <translation>Write a story</translation>
    </message>
    <message>
        <source>Verhaal weggegooid</source>
        <translation>Story thrown away</translation>
    </message>
    <message>
        <source>Verhaal, van wie</source>
        <translation>Story, from whom</translation>
    </message>
    <message>
        <source>Verhalen</source>
        <translation>Stories</translation>
    </message>
    <message>
        <source>Verhalen die collega&apos;s vrijgaven. Ze kunnen in een verslag.</source>
        <translation>Stories that colleagues approved. They can go into a report.</translation>
    </message>
    <message>
        <source>Verhalen uit de praktijk.</source>
        <translation>Stories from practice.</translation>
    </message>
    <message>
        <source>Verhalen uit de praktijk; {0} klaar voor de volgende stap.</source>
        <translation>Stories from practice; {0} ready for the next step.</translation>
    </message>
    <message>
        <source>Versturen</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Weggooien</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>verhaal</source>
        <translation>story</translation>
    </message>
    <message>
        <source>verhalen</source>
        <translation>stories</translation>
    </message>
</context>
<context>
    <name>StoryApprove</name>
    <message>
        <source>De zin die je koos toen je als tweede persoon werd aangemeld.</source>
        <translation>The phrase you chose when you were enrolled as second person.</translation>
    </message>
    <message>
        <source>Iemand anders dan de schrijver. Geef deze collega nu de laptop.</source>
        <translation>Someone other than the writer. Hand this colleague the laptop now.</translation>
    </message>
    <message>
        <source>Jouw eigen geheime zin</source>
        <translation>Your own secret phrase</translation>
    </message>
    <message>
        <source>Wie leest mee?</source>
        <translation>Who reads along?</translation>
    </message>
    <message>
        <source>Zijn buurman of medeverdachte zou hem hierin niet herkennen</source>
        <translation>His neighbour or accomplice would not recognise him in this</translation>
    </message>
</context>
<context>
    <name>StoryCheck</name>
    <message>
        <source>Denk aan wie er al iets weet: buren, familie, wie erbij was.</source>
        <translation>Think of who knows something already: neighbours, family, whoever was there.</translation>
    </message>
    <message>
        <source>Zijn buurman of medeverdachte zou hem hierin niet herkennen</source>
        <translation>His neighbour or accomplice would not recognise him in this</translation>
    </message>
</context>
<context>
    <name>StoryConsent</name>
    <message>
        <source>Wanneer trok men de toestemming in?</source>
        <translation>When was consent withdrawn?</translation>
    </message>
</context>
<context>
    <name>StoryConsentPanel</name>
    <message>
        <source>Dit kan niet ongedaan: het verhaal mag daarna nooit meer worden verteld.</source>
        <translation>This cannot be undone: the story may never be told again.</translation>
    </message>
    <message>
        <source>Toestemming ingetrokken</source>
        <translation>Consent withdrawn</translation>
    </message>
    <message>
        <source>Verhaal intrekken</source>
        <translation>Withdraw the story</translation>
    </message>
</context>
<context>
    <name>StoryForm</name>
    <message>
        <source>Aan welke vraag raakt het?</source>
        <translation>Which question does it touch?</translation>
    </message>
    <message>
        <source>De rol, geen naam. Nodig voordat je toetst.</source>
        <translation>The role, not a name. Needed before you check.</translation>
    </message>
    <message>
        <source>Het gaat over weinig mensen: één gezin, Duitsland, een plofkraak</source>
        <translation>It is about few people: one family, Germany, an ATM bombing</translation>
    </message>
    <message>
        <source>Hoe nu verder?</source>
        <translation>What next?</translation>
    </message>
    <message>
        <source>Hoe?</source>
        <translation>How?</translation>
    </message>
    <message>
        <source>Hoort bij welk cijfer?</source>
        <translation>Which figure does it belong to?</translation>
    </message>
    <message>
        <source>Noem niemand: namen, straten, scholen en data horen niet in een verhaal.</source>
        <translation>Name nobody: names, streets, schools and dates do not belong in a story.</translation>
    </message>
    <message>
        <source>Pijler</source>
        <translation>Pillar</translation>
    </message>
    <message>
        <source>Samengesteld uit meer ervaringen, of details veranderd</source>
        <translation>Made of several experiences, or details changed</translation>
    </message>
    <message>
        <source>Tegenverhaal: het gaat tegen de rest in</source>
        <translation>Counter-story: it goes against the rest</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Vanuit wie is het verteld?</source>
        <translation>Whose perspective is it?</translation>
    </message>
    <message>
        <source>Vorm</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Wat deden we?</source>
        <translation>What did we do?</translation>
    </message>
    <message>
        <source>Wat leerden we?</source>
        <translation>What did we learn?</translation>
    </message>
    <message>
        <source>Wat veranderde er?</source>
        <translation>What changed?</translation>
    </message>
    <message>
        <source>Wat was de situatie?</source>
        <translation>What was the situation?</translation>
    </message>
    <message>
        <source>Wat werkte niet?</source>
        <translation>What did not work?</translation>
    </message>
    <message>
        <source>Wie gaf toestemming?</source>
        <translation>Who gave consent?</translation>
    </message>
</context>
<context>
    <name>StoryPanel</name>
    <message>
        <source>Verander je iets, dan wordt het weer een concept en leest iemand het opnieuw.</source>
        <translation>If you change anything, it becomes a draft again and someone reads it anew.</translation>
    </message>
    <message>
        <source>Verhaal opgeslagen. Is het af? Toets het dan.</source>
        <translation>Story saved. Is it finished? Then check it.</translation>
    </message>
    <message>
        <source>Verhaal opslaan</source>
        <translation>Save story</translation>
    </message>
    <message>
        <source>Verhaal schrijven</source>
        <translation>Write a story</translation>
    </message>
    <message>
        <source>Verhaal wijzigen</source>
        <translation>Change the story</translation>
    </message>
</context>
<context>
    <name>StoryParts</name>
    <message>
        <source>Casussen met een verhaal-tip</source>
        <translation>Cases with a story tip</translation>
    </message>
    <message>
        <source>Casussen met een verhaal-tip ({0})</source>
        <translation>Cases with a story tip ({0})</translation>
    </message>
    <message>
        <source>Onderdeel</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Tip weghalen</source>
        <translation>Take tip away</translation>
    </message>
    <message>
        <source>Verhaal-tip weggehaald</source>
        <translation>Story tip taken away</translation>
    </message>
    <message>
        <source>Verhalen</source>
        <translation>Stories</translation>
    </message>
</context>
<context>
    <name>StoryTips</name>
    <message>
        <source>Aanpak</source>
        <translation>Approach</translation>
    </message>
    <message>
        <source>Casussen met een verhaal-tip</source>
        <translation>Cases with a story tip</translation>
    </message>
    <message>
        <source>Fase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Geen casus met een verhaal-tip. Je geeft een tip in het dossier, bij Meer.</source>
        <translation>No case with a story tip. You give a tip in the dossier, under More.</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tip sinds</source>
        <translation>Tip since</translation>
    </message>
    <message>
        <source>casus</source>
        <translation>case</translation>
    </message>
    <message>
        <source>casussen</source>
        <translation>cases</translation>
    </message>
</context>
<context>
    <name>StoryView</name>
    <message>
        <source>Door een tweede persoon vrijgegeven op {0}</source>
        <translation>Approved by a second person on {0}</translation>
    </message>
    <message>
        <source>Gepubliceerd op {0}</source>
        <translation>Published on {0}</translation>
    </message>
    <message>
        <source>Ingetrokken op {0}</source>
        <translation>Withdrawn on {0}</translation>
    </message>
    <message>
        <source>Samengesteld uit meer ervaringen, of details veranderd. Dat staat in het verslag.</source>
        <translation>Made of several experiences, or details changed. The report says so.</translation>
    </message>
    <message>
        <source>Stand: {0}</source>
        <translation>Status: {0}</translation>
    </message>
    <message>
        <source>Toestemming ingetrokken op {0}</source>
        <translation>Consent withdrawn on {0}</translation>
    </message>
    <message>
        <source>Toestemming van: {0} ({1})</source>
        <translation>Consent of: {0} ({1})</translation>
    </message>
</context>
<context>
    <name>StoryWithdraw</name>
    <message>
        <source>Dit blijft in jouw kluis; de schrijver krijgt de reden niet.</source>
        <translation>This stays in your vault; the writer does not get the reason.</translation>
    </message>
    <message>
        <source>Waarom trek je dit verhaal in?</source>
        <translation>Why do you withdraw this story?</translation>
    </message>
</context>
<context>
    <name>StoryWithdrawPanel</name>
    <message>
        <source>Verhaal intrekken</source>
        <translation>Withdraw the story</translation>
    </message>
</context>
<context>
    <name>StrengthMeter</name>
    <message>
        <source>Cijfers in plaats van letters helpen weinig.</source>
        <translation>Digits in place of letters help little.</translation>
    </message>
    <message>
        <source>Datums zijn snel geraden.</source>
        <translation>Dates are quickly guessed.</translation>
    </message>
    <message>
        <source>Dit gebruiken veel mensen.</source>
        <translation>Many people use this.</translation>
    </message>
    <message>
        <source>Eén woord is te weinig; zet er een paar losse woorden bij.</source>
        <translation>One word is too little; add a few separate words.</translation>
    </message>
    <message>
        <source>Heel sterk</source>
        <translation>Very strong</translation>
    </message>
    <message>
        <source>Herhalingen helpen niet.</source>
        <translation>Repeats do not help.</translation>
    </message>
    <message>
        <source>Hier zie je hoe sterk het is.</source>
        <translation>Here you see how strong it is.</translation>
    </message>
    <message>
        <source>Jaartallen zijn snel geraden.</source>
        <translation>Years are quickly guessed.</translation>
    </message>
    <message>
        <source>Namen zijn snel geraden.</source>
        <translation>Names are quickly guessed.</translation>
    </message>
    <message>
        <source>Nog net te makkelijk te raden</source>
        <translation>Just too easy to guess</translation>
    </message>
    <message>
        <source>Reeksen als abc of 123 zijn snel geraden.</source>
        <translation>Series such as abc or 123 are quickly guessed.</translation>
    </message>
    <message>
        <source>Sterk genoeg</source>
        <translation>Strong enough</translation>
    </message>
    <message>
        <source>Te makkelijk te raden</source>
        <translation>Too easy to guess</translation>
    </message>
    <message>
        <source>Toetsen naast elkaar zijn snel geraden.</source>
        <translation>Neighbouring keys are quickly guessed.</translation>
    </message>
    <message>
        <source>Veel te makkelijk te raden</source>
        <translation>Far too easy to guess</translation>
    </message>
    <message>
        <source>Voeg nog een of twee losse woorden toe.</source>
        <translation>Add one or two more separate words.</translation>
    </message>
</context>
<context>
    <name>TakeBackPanel</name>
    <message>
        <source>Aanlevering teruggenomen</source>
        <translation>Contribution taken back</translation>
    </message>
    <message>
        <source>Aanlevering terugnemen</source>
        <translation>Take a contribution back</translation>
    </message>
    <message>
        <source>Deze cijfers tellen niet meer mee. De eerdere aanlevering van {0} telt dan weer.</source>
        <translation>These figures no longer count. The earlier contribution of {0} counts again.</translation>
    </message>
    <message>
        <source>Deze cijfers tellen niet meer mee. Er is geen eerdere aanlevering die ervoor in de plaats komt.</source>
        <translation>These figures no longer count. There is no earlier contribution to take their place.</translation>
    </message>
    <message>
        <source>Over deze periode is al vrijgegeven (nummer {0}). Dat verandert niet: wat buiten is, blijft in het boek van vrijgaven.</source>
        <translation>Figures for this period were released already (number {0}). That does not change: what is out stays in the book of releases.</translation>
    </message>
    <message>
        <source>Terugnemen</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Zonder zegel ontvangen</source>
        <translation>Received without a seal</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>Import teruggedraaid</source>
        <translation>Import undone</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Opnieuw doen</source>
        <translation>Do again</translation>
    </message>
    <message>
        <source>Opnieuw geïmporteerd</source>
        <translation>Imported again</translation>
    </message>
    <message>
        <source>Terugdraaien</source>
        <translation>Undoing</translation>
    </message>
</context>
<context>
    <name>TargetForm</name>
    <message>
        <source>Hoeveel in deze periode?</source>
        <translation>How much in this period?</translation>
    </message>
    <message>
        <source>Wat is goed?</source>
        <translation>What is good?</translation>
    </message>
</context>
<context>
    <name>TargetPanel</name>
    <message>
        <source>Dit doel echt weghalen?</source>
        <translation>Really take this target away?</translation>
    </message>
    <message>
        <source>Doel</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Doel opgeslagen</source>
        <translation>Target saved</translation>
    </message>
    <message>
        <source>Doel opslaan</source>
        <translation>Save target</translation>
    </message>
    <message>
        <source>Doel weggehaald</source>
        <translation>Target taken away</translation>
    </message>
</context>
<context>
    <name>TaskForm</name>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Bijvoorbeeld morgen, +7d of 12 nov.</source>
        <translation>For example tomorrow, +7d or 12 nov.</translation>
    </message>
    <message>
        <source>Herhalen</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>Leeg: jij.</source>
        <translation>Empty: you.</translation>
    </message>
    <message>
        <source>Typ een naam en kies iemand uit je kluis. Leeg: een taak zonder persoon.</source>
        <translation>Type a name and choose someone in your vault. Empty: a task without a person.</translation>
    </message>
    <message>
        <source>Voor wie?</source>
        <translation>For whom?</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Wat moet er gebeuren?</source>
        <translation>What has to be done?</translation>
    </message>
    <message>
        <source>Wie?</source>
        <translation>Who?</translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message>
        <source>Nieuwe taak</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>Taak</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Taak opgeslagen</source>
        <translation>Task saved</translation>
    </message>
    <message>
        <source>Taak opslaan</source>
        <translation>Save task</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>Alles wat nog moet gebeuren, en wat al gedaan is.</source>
        <translation>All that still has to be done, and what is done.</translation>
    </message>
    <message>
        <source>Er staan nog geen taken in je kluis.</source>
        <translation>There are no tasks in your vault yet.</translation>
    </message>
    <message>
        <source>Gereed</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Herkomst</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Heropenen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Nieuwe taak</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Taak</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Taak gereed</source>
        <translation>Task done</translation>
    </message>
    <message>
        <source>Taak heropend</source>
        <translation>Task reopened</translation>
    </message>
    <message>
        <source>Taak vervallen</source>
        <translation>Task dropped</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Vervalt</source>
        <translation>Drop</translation>
    </message>
    <message>
        <source>Voor wie</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>taak</source>
        <translation>task</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>tasks</translation>
    </message>
</context>
<context>
    <name>TasksTab</name>
    <message>
        <source>Afspraken</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>Annuleren</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Gereed</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Niets te doen en niets gepland.</source>
        <translation>Nothing to do and nothing planned.</translation>
    </message>
    <message>
        <source>Taak toevoegen</source>
        <translation>Add task</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Te laat</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Vervalt</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>TextArea</name>
    <message>
        <source>Nog {0} tekens over</source>
        <translation>{0} characters left</translation>
    </message>
    <message>
        <source>{0} tekens te veel</source>
        <translation>{0} characters too many</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Tekst van de bijlage</source>
        <translation>Text of the attachment</translation>
    </message>
    <message>
        <source>Verder lezen</source>
        <translation>Read on</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Bijlage toegevoegd</source>
        <translation>Attachment added</translation>
    </message>
    <message>
        <source>Casus geopend</source>
        <translation>Case opened</translation>
    </message>
    <message>
        <source>Fase: {0} → {1}</source>
        <translation>Phase: {0} → {1}</translation>
    </message>
    <message>
        <source>Gegevens gedeeld met {0}</source>
        <translation>Data shared with {0}</translation>
    </message>
    <message>
        <source>Hertoets</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>In detentie</source>
        <translation>In detention</translation>
    </message>
    <message>
        <source>Leefgebieden: {0}</source>
        <translation>Life domains: {0}</translation>
    </message>
    <message>
        <source>Niet meer nodig</source>
        <translation>No longer necessary</translation>
    </message>
    <message>
        <source>Nog nodig</source>
        <translation>Still necessary</translation>
    </message>
    <message>
        <source>Oudere tonen</source>
        <translation>Show older</translation>
    </message>
    <message>
        <source>Overdracht</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Plan van aanpak</source>
        <translation>Action plan</translation>
    </message>
    <message>
        <source>Taak gedaan</source>
        <translation>Task done</translation>
    </message>
    <message>
        <source>Tijdlijn</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Traject {0}</source>
        <translation>Programme {0}</translation>
    </message>
    <message>
        <source>VOG voor {0}</source>
        <translation>VOG for {0}</translation>
    </message>
    <message>
        <source>Vrijgekomen</source>
        <translation>Released</translation>
    </message>
    <message>
        <source>{0} aan {1}</source>
        <translation>{0} to {1}</translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>Afspraak maken</source>
        <translation>Make an appointment</translation>
    </message>
    <message>
        <source>Alle taken</source>
        <translation>All tasks</translation>
    </message>
    <message>
        <source>Bekijk leefgebieden</source>
        <translation>View life domains</translation>
    </message>
    <message>
        <source>Betrokkene is het hier niet mee eens</source>
        <translation>The person disagrees with this</translation>
    </message>
    <message>
        <source>Bezoek vastleggen</source>
        <translation>Record visit</translation>
    </message>
    <message>
        <source>Casus openen</source>
        <translation>Open case</translation>
    </message>
    <message>
        <source>Deze persoon heeft nog geen casus.</source>
        <translation>This person has no case yet.</translation>
    </message>
    <message>
        <source>Gereed</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>In detentie</source>
        <translation>In detention</translation>
    </message>
    <message>
        <source>Laatste contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Leefgebieden</source>
        <translation>Life domains</translation>
    </message>
    <message>
        <source>Nog geen contact vastgelegd.</source>
        <translation>No contact recorded yet.</translation>
    </message>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Open taken ({0})</source>
        <translation>Open tasks ({0})</translation>
    </message>
    <message>
        <source>Tijdlijn</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Verslag</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Verzetten</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Volgende afspraak</source>
        <translation>Next appointment</translation>
    </message>
    <message>
        <source>afspraak: {0}</source>
        <translation>appointment: {0}</translation>
    </message>
    <message>
        <source>geen gepland</source>
        <translation>none planned</translation>
    </message>
    <message>
        <source>laatste contact: {0}</source>
        <translation>last contact: {0}</translation>
    </message>
    <message>
        <source>niets open</source>
        <translation>nothing open</translation>
    </message>
    <message>
        <source>nog niet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>open taken: {0}</source>
        <translation>open tasks: {0}</translation>
    </message>
    <message>
        <source>te laat</source>
        <translation>overdue</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Aan de beurt om te vernietigen</source>
        <translation>Due for destruction</translation>
    </message>
    <message>
        <source>Basisvoorwaarden opnieuw bekijken</source>
        <translation>Basic conditions to look at again</translation>
    </message>
    <message>
        <source>Gezinsleden om te vernietigen</source>
        <translation>Family members to destroy</translation>
    </message>
    <message>
        <source>Had al vrij moeten zijn</source>
        <translation>Should be out by now</translation>
    </message>
    <message>
        <source>Hertoets nodig</source>
        <translation>Review due</translation>
    </message>
    <message>
        <source>Importeer een bestand</source>
        <translation>Import a file</translation>
    </message>
    <message>
        <source>Komende 7 dagen</source>
        <translation>Next 7 days</translation>
    </message>
    <message>
        <source>Lang geen contact</source>
        <translation>No contact for long</translation>
    </message>
    <message>
        <source>Noodinzage te beoordelen</source>
        <translation>Emergency access to review</translation>
    </message>
    <message>
        <source>Ontbrekende gegevens</source>
        <translation>Missing data</translation>
    </message>
    <message>
        <source>Ontvangers inlichten</source>
        <translation>Tell recipients</translation>
    </message>
    <message>
        <source>Persoon toevoegen</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>Plan evalueren</source>
        <translation>Plan to look back on</translation>
    </message>
    <message>
        <source>Probeer het opnieuw</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Te laat</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>VOG-termijn loopt af</source>
        <translation>VOG term running out</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Verzoek binnen 7 dagen te beantwoorden</source>
        <translation>Request to answer within 7 days</translation>
    </message>
    <message>
        <source>Verzoek van betrokkene te laat</source>
        <translation>Request of a data subject late</translation>
    </message>
    <message>
        <source>Vrij binnen 30 dagen</source>
        <translation>Released within 30 days</translation>
    </message>
    <message>
        <source>Vrij binnen 7 dagen</source>
        <translation>Released within 7 days</translation>
    </message>
    <message>
        <source>Vrij binnen 90 dagen</source>
        <translation>Released within 90 days</translation>
    </message>
    <message>
        <source>Vrijkomdatum onbekend</source>
        <translation>Release date unknown</translation>
    </message>
    <message>
        <source>Welkom. Je kluis is nog leeg; hier staat straks wat vandaag je aandacht vraagt.</source>
        <translation>Welcome. Your vault is still empty; what asks for your attention today will be here.</translation>
    </message>
    <message>
        <source>Wordt 18: hertoets</source>
        <translation>Turns 18: review</translation>
    </message>
    <message>
        <source>Zonder verslag</source>
        <translation>Without a report</translation>
    </message>
    <message>
        <source>alle {0} tonen</source>
        <translation>show all {0}</translation>
    </message>
    <message>
        <source>{0} VOG-traject</source>
        <translation>{0} VOG application</translation>
    </message>
    <message>
        <source>{0} VOG-trajecten</source>
        <translation>{0} VOG applications</translation>
    </message>
    <message>
        <source>{0} afspraak</source>
        <translation>{0} appointment</translation>
    </message>
    <message>
        <source>{0} afspraken</source>
        <translation>{0} appointments</translation>
    </message>
    <message>
        <source>{0} casus</source>
        <translation>{0} case</translation>
    </message>
    <message>
        <source>{0} casussen</source>
        <translation>{0} cases</translation>
    </message>
    <message>
        <source>{0} detentie</source>
        <translation>{0} detention</translation>
    </message>
    <message>
        <source>{0} detenties</source>
        <translation>{0} detentions</translation>
    </message>
    <message>
        <source>{0} dossier</source>
        <translation>{0} dossier</translation>
    </message>
    <message>
        <source>{0} dossiers</source>
        <translation>{0} dossiers</translation>
    </message>
    <message>
        <source>{0} gegeven</source>
        <translation>{0} item</translation>
    </message>
    <message>
        <source>{0} gegevens</source>
        <translation>{0} items</translation>
    </message>
    <message>
        <source>{0} gezin</source>
        <translation>{0} family</translation>
    </message>
    <message>
        <source>{0} gezinnen</source>
        <translation>{0} families</translation>
    </message>
    <message>
        <source>{0} keer</source>
        <translation>{0} times</translation>
    </message>
    <message>
        <source>{0} ontvanger</source>
        <translation>{0} recipient</translation>
    </message>
    <message>
        <source>{0} ontvangers</source>
        <translation>{0} recipients</translation>
    </message>
    <message>
        <source>{0} personen</source>
        <translation>{0} persons</translation>
    </message>
    <message>
        <source>{0} persoon</source>
        <translation>{0} person</translation>
    </message>
    <message>
        <source>{0} taak</source>
        <translation>{0} task</translation>
    </message>
    <message>
        <source>{0} taken</source>
        <translation>{0} tasks</translation>
    </message>
    <message>
        <source>{0} verzoek</source>
        <translation>{0} request</translation>
    </message>
    <message>
        <source>{0} verzoeken</source>
        <translation>{0} requests</translation>
    </message>
</context>
<context>
    <name>TogetherPage</name>
    <message>
        <source>Antwoord ingetrokken</source>
        <translation>Answer withdrawn</translation>
    </message>
    <message>
        <source>Beantwoord</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Collega&apos;s vragen jou</source>
        <translation>Colleagues ask you</translation>
    </message>
    <message>
        <source>De teamsleutel is er, en er zijn geen vragen over dubbele personen.</source>
        <translation>The team key is there, and there are no questions about doubles.</translation>
    </message>
    <message>
        <source>Er is nog geen teamsleutel: zonder kun je niet aanleveren.</source>
        <translation>There is no team key yet: without it you cannot contribute.</translation>
    </message>
    <message>
        <source>Gooi weg</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Je antwoorden, die met elke aanlevering meegaan</source>
        <translation>Your answers, which go along with every contribution</translation>
    </message>
    <message>
        <source>Maak teamsleutel</source>
        <translation>Make team key</translation>
    </message>
    <message>
        <source>Met deze sleutel maken de kluizen van je team dezelfde schuilnaam voor dezelfde persoon. De coördinator krijgt hem nooit. Eén van jullie maakt hem; de anderen krijgen hem als verzegeld pakket.</source>
        <translation>With this key the vaults of your team make the same pseudonym for the same person. The coordinator never gets it. One of you makes it; the others get it as a sealed package.</translation>
    </message>
    <message>
        <source>Misschien ook bij een collega bekend</source>
        <translation>Perhaps known to a colleague too</translation>
    </message>
    <message>
        <source>Niets te vragen. Ziet de coördinator twee schuilnamen die op elkaar lijken, dan krijg je een pakket en staat hier om wie het gaat.</source>
        <translation>Nothing to ask. When the coordinator sees two pseudonyms that are alike, you get a package and here it says who it is about.</translation>
    </message>
    <message>
        <source>Onthouden: je vraagt dit niet</source>
        <translation>Remembered: you do not ask this</translation>
    </message>
    <message>
        <source>Samen tellen</source>
        <translation>Counting together</translation>
    </message>
    <message>
        <source>Stuur naar collega&apos;s</source>
        <translation>Send to colleagues</translation>
    </message>
    <message>
        <source>Teamsleutel</source>
        <translation>Team key</translation>
    </message>
    <message>
        <source>Teamsleutel gemaakt. Stuur hem naar je collega&apos;s.</source>
        <translation>Team key made. Send it to your colleagues.</translation>
    </message>
    <message>
        <source>Trek in</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Vanaf {0}</source>
        <translation>From {0}</translation>
    </message>
    <message>
        <source>Vernieuw vanaf {0}</source>
        <translation>Renew from {0}</translation>
    </message>
    <message>
        <source>Voor alle jaren</source>
        <translation>For all years</translation>
    </message>
    <message>
        <source>Vraag</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>Vraag niet</source>
        <translation>Do not ask</translation>
    </message>
    <message>
        <source>Vraag {0} naar alle {1}</source>
        <translation>Ask {0} about all {1}</translation>
    </message>
    <message>
        <source>Vragen over personen die misschien dubbel tellen.</source>
        <translation>Questions about persons who may count twice.</translation>
    </message>
    <message>
        <source>Zo telt iemand die twee collega&apos;s kennen één keer, zonder dat er namen bekend worden.</source>
        <translation>So somebody whom two colleagues know counts once, without names becoming known.</translation>
    </message>
    <message>
        <source>dezelfde als bij {0}</source>
        <translation>the same as at {0}</translation>
    </message>
    <message>
        <source>een ander dan bij {0}</source>
        <translation>somebody else than at {0}</translation>
    </message>
    <message>
        <source>geboortedatum onbekend</source>
        <translation>birth date unknown</translation>
    </message>
    <message>
        <source>gevraagd op {0}</source>
        <translation>asked on {0}</translation>
    </message>
    <message>
        <source>hier gemaakt</source>
        <translation>made here</translation>
    </message>
    <message>
        <source>misschien bij {0}</source>
        <translation>perhaps at {0}</translation>
    </message>
    <message>
        <source>niet gevraagd</source>
        <translation>not asked</translation>
    </message>
    <message>
        <source>overgenomen van {0}</source>
        <translation>taken over from {0}</translation>
    </message>
    <message>
        <source>vraag van {0}</source>
        <translation>question of {0}</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Kluis vergrendelen (Ctrl+L)</source>
        <translation>Lock vault (Ctrl+L)</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Vooruit</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>Zoeken of opdracht</source>
        <translation>Search or command</translation>
    </message>
    <message>
        <source>Zoeken of opdracht…  (Ctrl+K)</source>
        <translation>Search or command…  (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>TotalsPanel</name>
    <message numerus="yes">
        <source>%n keer gedeeld</source>
        <translation>
            <numerusform>shared once</numerusform>
            <numerusform>shared %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keer weet de persoon het niet</source>
        <translation>
            <numerusform>once the person does not know</numerusform>
            <numerusform>%n times the person does not know</numerusform>
        </translation>
    </message>
    <message>
        <source>Alles</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Deze getallen blijven in je kluis. Wat vervallen is, telt niet mee.</source>
        <translation>These numbers stay in your vault. What was withdrawn does not count.</translation>
    </message>
    <message>
        <source>Per grondslag</source>
        <translation>By legal basis</translation>
    </message>
    <message>
        <source>Per ontvanger</source>
        <translation>By recipient</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Totalen</source>
        <translation>Totals</translation>
    </message>
</context>
<context>
    <name>TransferForm</name>
    <message>
        <source>Naar welke inrichting?</source>
        <translation>To which facility?</translation>
    </message>
    <message>
        <source>Overgeplaatst op</source>
        <translation>Transferred on</translation>
    </message>
</context>
<context>
    <name>TransferPanel</name>
    <message>
        <source>Overgeplaatst</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>Overplaatsing vastgelegd</source>
        <translation>Transfer recorded</translation>
    </message>
    <message>
        <source>Overplaatsing vastleggen</source>
        <translation>Record transfer</translation>
    </message>
    <message>
        <source>Wat je weet van de vrijlating en de basisvoorwaarden gaat mee naar de nieuwe inrichting.</source>
        <translation>What you know of the release and the basic conditions goes along to the new facility.</translation>
    </message>
</context>
<context>
    <name>TroubleView</name>
    <message>
        <source>Bekijken</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Wachtwoord van de PDF</source>
        <translation>Password of the PDF</translation>
    </message>
</context>
<context>
    <name>UndoKeeper</name>
    <message>
        <source>Ongedaan gemaakt: {0}</source>
        <translation>Undone: {0}</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Ongedaan maken: {0}</source>
        <translation>Undo: {0}</translation>
    </message>
    <message>
        <source>Opnieuw doen</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Opnieuw doen: {0}</source>
        <translation>Redo: {0}</translation>
    </message>
    <message>
        <source>Opnieuw gedaan: {0}</source>
        <translation>Redone: {0}</translation>
    </message>
    <message>
        <source>Recente wijzigingen</source>
        <translation>Recent changes</translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>Andere kluis</source>
        <translation>Other vault</translation>
    </message>
    <message>
        <source>Caps Lock staat aan.</source>
        <translation>Caps Lock is on.</translation>
    </message>
    <message>
        <source>De sleutel wordt berekend. Dat duurt met opzet even.</source>
        <translation>Working out the key. This takes a moment on purpose.</translation>
    </message>
    <message>
        <source>Herstelcode gebruiken</source>
        <translation>Use recovery code</translation>
    </message>
    <message>
        <source>Het ontgrendelen is gestopt. De kluis is dicht gebleven.</source>
        <translation>Unlocking was stopped. The vault stayed closed.</translation>
    </message>
    <message>
        <source>Ontgrendel je kluis</source>
        <translation>Unlock your vault</translation>
    </message>
    <message>
        <source>Ontgrendelen</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Over {0} s opnieuw</source>
        <translation>Again in {0} s</translation>
    </message>
    <message>
        <source>Toch openen</source>
        <translation>Open anyway</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Beoordeling vastleggen</source>
        <translation>Record the review</translation>
    </message>
    <message>
        <source>Noodinzage beoordeeld</source>
        <translation>Emergency access reviewed</translation>
    </message>
    <message>
        <source>Noodinzage beoordelen</source>
        <translation>Review emergency access</translation>
    </message>
</context>
<context>
    <name>ViewerTools</name>
    <message>
        <source>Bijlage {0} van {1}</source>
        <translation>Attachment {0} of {1}</translation>
    </message>
    <message>
        <source>Groter</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Kleiner</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Kwartslag draaien</source>
        <translation>Turn a quarter</translation>
    </message>
    <message>
        <source>Passend maken</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>Volgende bijlage</source>
        <translation>Next attachment</translation>
    </message>
    <message>
        <source>Vorige bijlage</source>
        <translation>Previous attachment</translation>
    </message>
    <message>
        <source>pagina {0} van {1}</source>
        <translation>page {0} of {1}</translation>
    </message>
</context>
<context>
    <name>VisitForm</name>
    <message>
        <source>Afspraken</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Bereikt?</source>
        <translation>Reached?</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Eerst iets anders proberen?</source>
        <translation>Try something else first?</translation>
    </message>
    <message>
        <source>Hoe</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Hoe laat?</source>
        <translation>What time?</translation>
    </message>
    <message>
        <source>Iemand anders</source>
        <translation>Someone else</translation>
    </message>
    <message>
        <source>In welke inrichting?</source>
        <translation>In which facility?</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Tijd</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Van wie heb je dit gehoord?</source>
        <translation>Who told you this?</translation>
    </message>
    <message>
        <source>Verslag</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Volgende afspraak</source>
        <translation>Next appointment</translation>
    </message>
    <message>
        <source>Waar?</source>
        <translation>Where?</translation>
    </message>
    <message>
        <source>Wanneer was het?</source>
        <translation>When was it?</translation>
    </message>
    <message>
        <source>Wat schrijf je op?</source>
        <translation>What are you writing down?</translation>
    </message>
    <message>
        <source>Wat voor contact?</source>
        <translation>What kind of contact?</translation>
    </message>
    <message>
        <source>Wie nam het initiatief?</source>
        <translation>Who took the initiative?</translation>
    </message>
    <message>
        <source>Wie was erbij?</source>
        <translation>Who was there?</translation>
    </message>
</context>
<context>
    <name>VisitOpener</name>
    <message>
        <source>Ander contact vastleggen</source>
        <translation>Record another contact</translation>
    </message>
    <message>
        <source>Bezoek vastleggen</source>
        <translation>Record a visit</translation>
    </message>
</context>
<context>
    <name>VisitPanel</name>
    <message>
        <source>Bezoek opgeslagen</source>
        <translation>Visit saved</translation>
    </message>
    <message>
        <source>Bezoek opslaan</source>
        <translation>Save visit</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Contact opgeslagen</source>
        <translation>Contact saved</translation>
    </message>
    <message>
        <source>Contact opslaan</source>
        <translation>Save the contact</translation>
    </message>
    <message>
        <source>Detentiebezoek</source>
        <translation>Prison visit</translation>
    </message>
    <message>
        <source>Geen gehoor</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Huisbezoek</source>
        <translation>Home visit</translation>
    </message>
    <message>
        <source>Meer: plaats, duur en initiatief</source>
        <translation>More: place, duration and initiative</translation>
    </message>
    <message>
        <source>Wat is gedeeld?</source>
        <translation>What was shared?</translation>
    </message>
</context>
<context>
    <name>VogCard</name>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Ambassadeur</source>
        <translation>Ambassador</translation>
    </message>
    <message>
        <source>Niet aangevraagd</source>
        <translation>Not applied for</translation>
    </message>
    <message>
        <source>Screeningsprofiel</source>
        <translation>Screening profile</translation>
    </message>
    <message>
        <source>Stappen tot nu toe</source>
        <translation>Steps so far</translation>
    </message>
    <message>
        <source>Te bevestigen: de brief van Justis noemt de dag zelf.</source>
        <translation>To be confirmed: the letter of Justis names the day itself.</translation>
    </message>
    <message>
        <source>VOG</source>
        <translation>VOG</translation>
    </message>
    <message>
        <source>Volgende stap</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Waarom niet aangevraagd</source>
        <translation>Why not applied for</translation>
    </message>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Zienswijze gegeven</source>
        <translation>View given</translation>
    </message>
    <message>
        <source>{0} uiterlijk {1}</source>
        <translation>{0} by {1}</translation>
    </message>
</context>
<context>
    <name>VogForm</name>
    <message>
        <source>Aangevraagd op</source>
        <translation>Applied for on</translation>
    </message>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Begonnen op</source>
        <translation>Begun on</translation>
    </message>
    <message>
        <source>Bezwaar gemaakt op</source>
        <translation>Objected on</translation>
    </message>
    <message>
        <source>Laatste besluit van</source>
        <translation>Last decision of</translation>
    </message>
    <message>
        <source>Naam van de ambassadeur</source>
        <translation>Name of the ambassador</translation>
    </message>
    <message>
        <source>Organisatie van de ambassadeur</source>
        <translation>Organisation of the ambassador</translation>
    </message>
    <message>
        <source>Screeningsprofiel</source>
        <translation>Screening profile</translation>
    </message>
    <message>
        <source>Typ een naam en kies iemand uit je kluis.</source>
        <translation>Type a name and choose someone from your vault.</translation>
    </message>
    <message>
        <source>Voor wie?</source>
        <translation>For whom?</translation>
    </message>
    <message>
        <source>Voornemen tot weigeren van</source>
        <translation>Intended refusal of</translation>
    </message>
    <message>
        <source>Waarom niet aangevraagd?</source>
        <translation>Why not applied for?</translation>
    </message>
    <message>
        <source>Waarvoor is de VOG?</source>
        <translation>What is the certificate for?</translation>
    </message>
    <message>
        <source>Welke VOG-ambassadeur helpt?</source>
        <translation>Which VOG ambassador helps?</translation>
    </message>
    <message>
        <source>Zienswijze gegeven op</source>
        <translation>View given on</translation>
    </message>
    <message>
        <source>Zoals de werkgever of school het noemt.</source>
        <translation>As the employer or school calls it.</translation>
    </message>
</context>
<context>
    <name>VogPage</name>
    <message>
        <source>Ambassadeur</source>
        <translation>Ambassador</translation>
    </message>
    <message>
        <source>Er staan nog geen VOG-trajecten in je kluis.</source>
        <translation>There are no VOG procedures in your vault yet.</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sinds</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Termijn</source>
        <translation>Term</translation>
    </message>
    <message>
        <source>VOG</source>
        <translation>VOG</translation>
    </message>
    <message>
        <source>VOG-traject</source>
        <translation>VOG procedure</translation>
    </message>
    <message>
        <source>VOG-traject beginnen</source>
        <translation>Begin a VOG procedure</translation>
    </message>
    <message>
        <source>VOG-trajecten</source>
        <translation>VOG procedures</translation>
    </message>
    <message>
        <source>Volgende stap</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Wacht op, of waarom niet</source>
        <translation>Waits for, or why not</translation>
    </message>
    <message>
        <source>Wie op weg is naar een verklaring omtrent het gedrag, en wie niet durft.</source>
        <translation>Who is on the way to a certificate of conduct, and who does not dare.</translation>
    </message>
</context>
<context>
    <name>VogPanel</name>
    <message>
        <source>Iemand die er nog niet bij staat</source>
        <translation>Someone who is not listed yet</translation>
    </message>
    <message>
        <source>Niemand</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>VOG-traject beginnen</source>
        <translation>Begin a VOG procedure</translation>
    </message>
    <message>
        <source>VOG-traject opgeslagen</source>
        <translation>VOG procedure saved</translation>
    </message>
    <message>
        <source>VOG-traject opslaan</source>
        <translation>Save the VOG procedure</translation>
    </message>
    <message>
        <source>VOG-traject wijzigen</source>
        <translation>Change the VOG procedure</translation>
    </message>
    <message>
        <source>{0} (hielp {1} keer)</source>
        <translation>{0} (helped {1} times)</translation>
    </message>
</context>
<context>
    <name>VogStep</name>
    <message>
        <source>Aantekening</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Juist dit willen we weten: veel jongeren vragen geen VOG aan terwijl ze hem zouden krijgen.</source>
        <translation>This is the thing to know: many young people do not apply although they would get it.</translation>
    </message>
    <message>
        <source>Waarom niet aangevraagd?</source>
        <translation>Why not applied for?</translation>
    </message>
    <message>
        <source>Wanneer?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Wat is er gebeurd?</source>
        <translation>What happened?</translation>
    </message>
</context>
<context>
    <name>VogStepPanel</name>
    <message>
        <source>Stap vastleggen</source>
        <translation>Record the step</translation>
    </message>
    <message>
        <source>VOG: volgende stap</source>
        <translation>VOG: next step</translation>
    </message>
    <message>
        <source>VOG: {0}</source>
        <translation>VOG: {0}</translation>
    </message>
    <message>
        <source>Zienswijze gegeven</source>
        <translation>View given</translation>
    </message>
</context>
<context>
    <name>VogTerms</name>
    <message numerus="yes">
        <source>%n dag(en) te laat</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nog %n dag(en)</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Bekijk eerst de demo</source>
        <translation>See the demo first</translation>
    </message>
    <message>
        <source>Bestaande kluis openen</source>
        <translation>Open an existing vault</translation>
    </message>
    <message>
        <source>Dossiers in een versleutelde kluis op je eigen computer; naar buiten gaan alleen veilige cijfers.</source>
        <translation>Dossiers in an encrypted vault on your own computer; only safe figures leave it.</translation>
    </message>
    <message>
        <source>Een kluis met verzonnen mensen, om rustig rond te kijken.</source>
        <translation>A vault with made-up people, to look around at ease.</translation>
    </message>
    <message>
        <source>Je kiest de map waarin je kluis staat.</source>
        <translation>You choose the folder with your vault.</translation>
    </message>
    <message>
        <source>Nieuwe kluis maken</source>
        <translation>Make a new vault</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Voor wie voor het eerst met Casus werkt.</source>
        <translation>For those who are new to Casus.</translation>
    </message>
    <message>
        <source>Welkom bij Casus</source>
        <translation>Welcome to Casus</translation>
    </message>
</context>
<context>
    <name>WhoPanel</name>
    <message>
        <source>Typ een naam en kies iemand uit je kluis.</source>
        <translation>Type a name and choose someone from your vault.</translation>
    </message>
    <message>
        <source>Voor wie?</source>
        <translation>For whom?</translation>
    </message>
</context>
<context>
    <name>WithdrawForm</name>
    <message>
        <source>Waarom trek je deze vrijgave in?</source>
        <translation>Why do you withdraw this release?</translation>
    </message>
    <message>
        <source>Zet hier geen namen in.</source>
        <translation>Put no names in here.</translation>
    </message>
</context>
<context>
    <name>WithdrawReleasePanel</name>
    <message>
        <source>Trek in</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Vrijgave ingetrokken; bestanden die je nu schrijft zeggen dat ook</source>
        <translation>Release withdrawn; files you write from now on say so too</translation>
    </message>
    <message>
        <source>Vrijgave intrekken</source>
        <translation>Withdraw a release</translation>
    </message>
    <message>
        <source>Ze blijft in het boek staan en telt mee in elke latere bescherming, want wat buiten is blijft buiten. Terugdraaien kan niet.</source>
        <translation>It stays in the book and counts in every later protection, because what is out stays out. This cannot be undone.</translation>
    </message>
</context>
<context>
    <name>WithheldList</name>
    <message>
        <source>Er blijft niets hier: alle tabellen kunnen naar buiten.</source>
        <translation>Nothing stays here: all tables can leave.</translation>
    </message>
    <message>
        <source>Wat hier blijft, en waarom</source>
        <translation>What stays here, and why</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Aan de slag</source>
        <translation>Get started</translation>
    </message>
    <message>
        <source>Begin met een lege kluis</source>
        <translation>Start with an empty vault</translation>
    </message>
    <message>
        <source>Beginnen</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Bekijk eerst de demo</source>
        <translation>See the demo first</translation>
    </message>
    <message>
        <source>Controleren</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Coördinator</source>
        <translation>Coordinator</translation>
    </message>
    <message>
        <source>De code wordt geprobeerd op je kluis.</source>
        <translation>Trying the code on your vault.</translation>
    </message>
    <message>
        <source>Een kluis met verzonnen mensen, om rustig rond te kijken. Je eigen kluis blijft leeg.</source>
        <translation>A vault with made-up people, to look around at ease. Your own vault stays empty.</translation>
    </message>
    <message>
        <source>Gegevens uit een andere lijst overnemen kan later; daarvoor hoef je nu niets te doen.</source>
        <translation>You can bring in data from another list later; you need not do anything for it now.</translation>
    </message>
    <message>
        <source>Herstelcode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Het wachtwoord is de sleutel van je kluis. Niemand anders kent het, ook Casus niet.</source>
        <translation>The password is the key to your vault. Nobody else knows it, not even Casus.</translation>
    </message>
    <message>
        <source>Ik heb hem opgeschreven</source>
        <translation>I have written it down</translation>
    </message>
    <message>
        <source>In vijf stappen maak je je kluis. Alles blijft versleuteld op deze computer.</source>
        <translation>You make your vault in five steps. Everything stays encrypted on this computer.</translation>
    </message>
    <message>
        <source>Je begeleidt jongeren en gezinnen in de persoonsgerichte aanpak.</source>
        <translation>You guide young people and families in the person-centred approach (PGA).</translation>
    </message>
    <message>
        <source>Je begeleidt mensen in detentie en bij hun terugkeer.</source>
        <translation>You guide people in detention and on their return.</translation>
    </message>
    <message>
        <source>Je herstelcode</source>
        <translation>Your recovery code</translation>
    </message>
    <message>
        <source>Je houdt registers bij en maakt de rapportage. In je kluis staan geen personen.</source>
        <translation>You keep the registers and make the report. There are no persons in your vault.</translation>
    </message>
    <message>
        <source>Je kluis is klaar</source>
        <translation>Your vault is ready</translation>
    </message>
    <message>
        <source>Je kluis wordt gemaakt. Dat duurt een paar tellen.</source>
        <translation>Making your vault. This takes a few seconds.</translation>
    </message>
    <message>
        <source>Je rol</source>
        <translation>Your role</translation>
    </message>
    <message>
        <source>Je zet er zelf de eerste persoon in.</source>
        <translation>You put in the first person yourself.</translation>
    </message>
    <message>
        <source>Je ziet alleen wat je voor je werk nodig hebt.</source>
        <translation>You only see what you need for your work.</translation>
    </message>
    <message>
        <source>Jij en je wachtwoord</source>
        <translation>You and your password</translation>
    </message>
    <message>
        <source>Kluis maken</source>
        <translation>Make vault</translation>
    </message>
    <message>
        <source>Opnieuw proberen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>PGA-expert</source>
        <translation>PGA expert</translation>
    </message>
    <message>
        <source>Plek</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Re-integratieofficier (RIO)</source>
        <translation>Re-integration officer (RIO)</translation>
    </message>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Schrijf de code op papier en bewaar hem in een gesloten envelop. Vergeet je je wachtwoord, dan is dit de enige weg terug.</source>
        <translation>Write the code on paper and keep it in a sealed envelope. If you forget your password, this is the only way back.</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Volgende</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Wachtwoord</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Welkom bij Casus</source>
        <translation>Welcome to Casus</translation>
    </message>
</context>
<context>
    <name>_Agreement</name>
    <message>
        <source>Afspraak {0} weghalen</source>
        <translation>Remove action {0}</translation>
    </message>
    <message>
        <source>Afspraak {0}: wanneer</source>
        <translation>Action {0}: when</translation>
    </message>
    <message>
        <source>Afspraak {0}: wat</source>
        <translation>Action {0}: what</translation>
    </message>
    <message>
        <source>Afspraak {0}: wie</source>
        <translation>Action {0}: who</translation>
    </message>
    <message>
        <source>wanneer</source>
        <translation>when</translation>
    </message>
    <message>
        <source>wat</source>
        <translation>what</translation>
    </message>
    <message>
        <source>wie (leeg: jij)</source>
        <translation>who (empty: you)</translation>
    </message>
</context>
<context>
    <name>_BackPanel</name>
    <message>
        <source>Verhaal ingetrokken. Stuur dat door aan wie het heeft.</source>
        <translation>Story withdrawn. Pass that on to whoever has it.</translation>
    </message>
</context>
<context>
    <name>_CodeLine</name>
    <message>
        <source>eigen leefgebied</source>
        <translation>own life domain</translation>
    </message>
    <message>
        <source>wordt niet meer aangeboden</source>
        <translation>no longer offered</translation>
    </message>
</context>
<context>
    <name>_Elsewhere</name>
    <message>
        <source>Bron</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Cijfer, zoals het daar staat</source>
        <translation>Figure, as it is given there</translation>
    </message>
    <message>
        <source>Van welke dag?</source>
        <translation>Of which day?</translation>
    </message>
    <message>
        <source>Voeg in met bron</source>
        <translation>Insert with source</translation>
    </message>
</context>
<context>
    <name>_EntryRow</name>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Meer van {0}</source>
        <translation>More of {0}</translation>
    </message>
</context>
<context>
    <name>_HalfDone</name>
    <message>
        <source>Je hebt {0} van de {1} leefgebieden ingevuld.</source>
        <translation>You filled in {0} of the {1} life domains.</translation>
    </message>
    <message>
        <source>Je hebt {0} van de {1} leefgebieden ingevuld. Nog niet: {2}.</source>
        <translation>You filled in {0} of the {1} life domains. Not yet: {2}.</translation>
    </message>
    <message>
        <source>Opslaan, de rest als onbekend</source>
        <translation>Save, the rest as unknown</translation>
    </message>
</context>
<context>
    <name>_SharingForm</name>
    <message>
        <source>Iemand anders</source>
        <translation>Someone else</translation>
    </message>
    <message>
        <source>Onder de 16: welke wettelijk vertegenwoordiger gaf toestemming?</source>
        <translation>Under 16: which legal representative consented?</translation>
    </message>
    <message>
        <source>Politiegegevens mag je niet zomaar doorgeven: schrijf op waarom het hier mag.</source>
        <translation>Police data may not simply be passed on: write down why it is allowed here.</translation>
    </message>
</context>
<context>
    <name>_StepPanel</name>
    <message>
        <source>Verhaal wijzigen</source>
        <translation>Change the story</translation>
    </message>
</context>
</TS>
