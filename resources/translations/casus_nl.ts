<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="nl_NL">
<context>
    <name>AccountTab</name>
    <message numerus="yes">
        <source>en nog %n oudere regel(s)</source>
        <translation>
            <numerusform>en nog %n oudere regel</numerusform>
            <numerusform>en nog %n oudere regels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddingPanel</name>
    <message numerus="yes">
        <source>%n bijlage(n) toegevoegd</source>
        <translation>
            <numerusform>%n bijlage toegevoegd</numerusform>
            <numerusform>%n bijlagen toegevoegd</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsultingPanel</name>
    <message numerus="yes">
        <source>%n gesprek(ken)</source>
        <translation>
            <numerusform>%n gesprek</numerusform>
            <numerusform>%n gesprekken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryPanel</name>
    <message numerus="yes">
        <source>Samen met %n andere regel(s)</source>
        <translation>
            <numerusform>Samen met %n andere regel</numerusform>
            <numerusform>Samen met %n andere regels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FamilyEndPanel</name>
    <message numerus="yes">
        <source>%n gezinslid (gezinsleden) gaat eruit.</source>
        <translation>
            <numerusform>%n gezinslid gaat uit het gezin.</numerusform>
            <numerusform>%n gezinsleden gaan uit het gezin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LiveCheck</name>
    <message numerus="yes">
        <source>%n plaats(en) moeten weg</source>
        <translation>
            <numerusform>%n plaats moet weg</numerusform>
            <numerusform>%n plaatsen moeten weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plaats(en) om na te kijken</source>
        <translation>
            <numerusform>%n plaats om na te kijken</numerusform>
            <numerusform>%n plaatsen om na te kijken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingSharingPanel</name>
    <message numerus="yes">
        <source>%n verstrekking(en) vastgelegd</source>
        <translation>
            <numerusform>%n verstrekking vastgelegd</numerusform>
            <numerusform>%n verstrekkingen vastgelegd</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>%n concept(en) over deze persoon zijn nog niet opgeslagen.</source>
        <translation>
            <numerusform>%n concept over deze persoon is nog niet opgeslagen.</numerusform>
            <numerusform>%n concepten over deze persoon zijn nog niet opgeslagen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartHits</name>
    <message numerus="yes">
        <source>En nog %n plaats(en) in deze tekst</source>
        <translation>
            <numerusform>En nog %n plaats in deze tekst</numerusform>
            <numerusform>En nog %n plaatsen in deze tekst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleasesPage</name>
    <message numerus="yes">
        <source>%n dag(en) te laat</source>
        <translation>
            <numerusform>%n dag te laat</numerusform>
            <numerusform>%n dagen te laat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %n dag(en)</source>
        <translation>
            <numerusform>over %n dag</numerusform>
            <numerusform>over %n dagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionPage</name>
    <message numerus="yes">
        <source>%n dossier(s) aan de beurt om te vernietigen</source>
        <translation>
            <numerusform>%n dossier is aan de beurt om te vernietigen</numerusform>
            <numerusform>%n dossiers zijn aan de beurt om te vernietigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) gekozen</source>
        <translation>
            <numerusform>%n dossier gekozen</numerusform>
            <numerusform>%n dossiers gekozen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gezinslid (gezinsleden) gekozen</source>
        <translation>
            <numerusform>%n gezinslid gekozen</numerusform>
            <numerusform>%n gezinsleden gekozen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gezinslid (gezinsleden) om te vernietigen</source>
        <translation>
            <numerusform>%n gezinslid om te vernietigen</numerusform>
            <numerusform>%n gezinsleden om te vernietigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message numerus="yes">
        <source>%n fasewisseling(en)</source>
        <translation>
            <numerusform>%n fasewisseling</numerusform>
            <numerusform>%n fasewisselingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keer gegevens gedeeld</source>
        <translation>
            <numerusform>%n keer gegevens gedeeld</numerusform>
            <numerusform>%n keer gegevens gedeeld</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keer gesproken</source>
        <translation>
            <numerusform>%n keer gesproken</numerusform>
            <numerusform>%n keer gesproken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keer niet bereikt</source>
        <translation>
            <numerusform>%n keer niet bereikt</numerusform>
            <numerusform>%n keer niet bereikt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meting(en)</source>
        <translation>
            <numerusform>%n meting</numerusform>
            <numerusform>%n metingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nog open</source>
        <translation>
            <numerusform>%n nog open</numerusform>
            <numerusform>%n nog open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taak (taken) gedaan</source>
        <translation>
            <numerusform>%n taak gedaan</numerusform>
            <numerusform>%n taken gedaan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TotalsPanel</name>
    <message numerus="yes">
        <source>%n keer gedeeld</source>
        <translation>
            <numerusform>%n keer gedeeld</numerusform>
            <numerusform>%n keer gedeeld</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keer weet de persoon het niet</source>
        <translation>
            <numerusform>%n keer weet de persoon het niet</numerusform>
            <numerusform>%n keer weet de persoon het niet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VogTerms</name>
    <message numerus="yes">
        <source>%n dag(en) te laat</source>
        <translation>
            <numerusform>%n dag te laat</numerusform>
            <numerusform>%n dagen te laat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nog %n dag(en)</source>
        <translation>
            <numerusform>Nog %n dag</numerusform>
            <numerusform>Nog %n dagen</numerusform>
        </translation>
    </message>
</context>
</TS>
