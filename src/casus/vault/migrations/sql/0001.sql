-- SPDX-License-Identifier: EUPL-1.2
-- The first format of the vault's tables; frozen.
CREATE TABLE attachment_chunks (
	attachment_id VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	content BLOB NOT NULL,
	CONSTRAINT pk_attachment_chunks PRIMARY KEY (attachment_id, position)
)
;
CREATE TABLE audit_entries (
	seq INTEGER NOT NULL,
	at DATETIME NOT NULL,
	clock_back BOOLEAN NOT NULL,
	actor VARCHAR(64) NOT NULL,
	action VARCHAR(40) NOT NULL,
	kind VARCHAR(64) NOT NULL,
	record_id VARCHAR(64) NOT NULL,
	batch_id VARCHAR(32),
	row_digest BLOB,
	digest BLOB NOT NULL,
	CONSTRAINT pk_audit_entries PRIMARY KEY (seq)
)
;
CREATE INDEX ix_audit_entries_at ON audit_entries (at)
;
CREATE INDEX ix_audit_entries_record ON audit_entries (kind, record_id)
;
CREATE TABLE business_contacts (
	"on" DATE NOT NULL,
	district VARCHAR(40) NOT NULL,
	amount INTEGER NOT NULL,
	reached VARCHAR(40) NOT NULL,
	reason VARCHAR(40) NOT NULL,
	theme VARCHAR(40) NOT NULL,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_business_contacts PRIMARY KEY (id),
	CONSTRAINT ck_business_contacts_numbers CHECK (amount > 0)
)
;
CREATE INDEX ix_business_contacts_on ON business_contacts ("on")
;
CREATE TABLE change_batches (
	id VARCHAR(32) NOT NULL,
	at DATETIME NOT NULL,
	actor VARCHAR(64) NOT NULL,
	label VARCHAR(200) NOT NULL,
	reason TEXT,
	CONSTRAINT pk_change_batches PRIMARY KEY (id)
)
;
CREATE TABLE code_changes (
	list_name VARCHAR(40) NOT NULL,
	code VARCHAR(40) NOT NULL,
	nl VARCHAR(200),
	en VARCHAR(200),
	position INTEGER,
	hidden BOOLEAN NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_code_changes PRIMARY KEY (id),
	CONSTRAINT uq_code_changes_list_name_code UNIQUE (list_name, code)
)
;
CREATE TABLE context_figures (
	what VARCHAR(200) NOT NULL,
	sort_key VARCHAR(200) NOT NULL,
	low INTEGER NOT NULL,
	high INTEGER,
	unit VARCHAR(200) NOT NULL,
	source VARCHAR(200) NOT NULL,
	"on" DATE NOT NULL,
	pillar VARCHAR(40),
	url VARCHAR(200),
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_context_figures PRIMARY KEY (id),
	CONSTRAINT ck_context_figures_numbers CHECK (low >= 0 AND (high IS NULL OR high >= low))
)
;
CREATE TABLE contribution_contents (
	batch_id VARCHAR NOT NULL,
	content BLOB NOT NULL,
	CONSTRAINT pk_contribution_contents PRIMARY KEY (batch_id)
)
;
CREATE TABLE count_archives (
	period VARCHAR(200) NOT NULL,
	what VARCHAR(40) NOT NULL,
	indicator VARCHAR(200) NOT NULL,
	codes JSON NOT NULL,
	amount INTEGER NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_count_archives PRIMARY KEY (id)
)
;
CREATE TABLE drafts (
	"key" VARCHAR NOT NULL,
	form VARCHAR(40) NOT NULL,
	record_id VARCHAR(32),
	saved_at DATETIME NOT NULL,
	sealed BLOB NOT NULL,
	CONSTRAINT pk_drafts PRIMARY KEY ("key")
)
;
CREATE TABLE facilities (
	name VARCHAR(200) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	country VARCHAR(40) NOT NULL,
	place VARCHAR(200),
	removed_on DATE,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_facilities PRIMARY KEY (id)
)
;
CREATE TABLE incidents (
	kind VARCHAR(40) NOT NULL,
	discovered_on DATE NOT NULL,
	description TEXT NOT NULL,
	persons_affected INTEGER,
	measures TEXT,
	reported_to_officer_on DATE,
	reported_to_authority_on DATE,
	persons_told_on DATE,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_incidents PRIMARY KEY (id)
)
;
CREATE TABLE indicator_targets (
	code VARCHAR(40) NOT NULL,
	period VARCHAR(200) NOT NULL,
	value INTEGER NOT NULL,
	aim VARCHAR(40) NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_indicator_targets PRIMARY KEY (id),
	CONSTRAINT uq_indicator_targets_code_period UNIQUE (code, period),
	CONSTRAINT ck_indicator_targets_numbers CHECK (value >= 0)
)
;
CREATE TABLE indicator_versions (
	code VARCHAR(40) NOT NULL,
	definition_version INTEGER NOT NULL,
	definition JSON NOT NULL,
	hidden BOOLEAN NOT NULL,
	changed_on DATE NOT NULL,
	reason TEXT NOT NULL,
	sent_on DATE,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_indicator_versions PRIMARY KEY (id),
	CONSTRAINT uq_indicator_versions_code_definition_version UNIQUE (code, definition_version)
)
;
CREATE TABLE indicators (
	code VARCHAR(40) NOT NULL,
	definition_version INTEGER NOT NULL,
	definition JSON NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_indicators PRIMARY KEY (id),
	CONSTRAINT uq_indicators_code_definition_version UNIQUE (code, definition_version)
)
;
CREATE TABLE inspections (
	"on" DATE NOT NULL,
	kind VARCHAR(40) NOT NULL,
	district VARCHAR(40) NOT NULL,
	theme VARCHAR(40) NOT NULL,
	amount INTEGER NOT NULL,
	result VARCHAR(40) NOT NULL,
	partners VARCHAR(200),
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_inspections PRIMARY KEY (id),
	CONSTRAINT ck_inspections_numbers CHECK (amount > 0)
)
;
CREATE INDEX ix_inspections_on ON inspections ("on")
;
CREATE TABLE own_identities (
	seal_key BLOB NOT NULL,
	sign_key BLOB NOT NULL,
	retired_on DATE,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_own_identities PRIMARY KEY (id)
)
;
CREATE TABLE partners (
	name VARCHAR(200) NOT NULL,
	sort_key VARCHAR(200) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	covenant VARCHAR(200),
	contact_name VARCHAR(200),
	telephone VARCHAR(200),
	email VARCHAR(200),
	removed_on DATE,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_partners PRIMARY KEY (id)
)
;
CREATE TABLE permits (
	business_name VARCHAR(200) NOT NULL,
	sort_key VARCHAR(200) NOT NULL,
	address VARCHAR(200),
	area VARCHAR(40) NOT NULL,
	sector VARCHAR(40) NOT NULL,
	status VARCHAR(40) NOT NULL,
	status_since DATE NOT NULL,
	helped BOOLEAN NOT NULL,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_permits PRIMARY KEY (id)
)
;
CREATE TABLE persons (
	number VARCHAR(40) NOT NULL,
	role VARCHAR(40) NOT NULL,
	given_name VARCHAR(200) NOT NULL,
	call_name VARCHAR(200),
	prefix VARCHAR(200),
	surname VARCHAR(200) NOT NULL,
	sort_key VARCHAR(200) NOT NULL,
	birth_date DATE,
	birth_date_estimated BOOLEAN NOT NULL,
	telephone VARCHAR(200),
	email VARCHAR(200),
	street VARCHAR(200),
	house_number VARCHAR(200),
	postcode VARCHAR(200),
	city VARCHAR(200),
	district VARCHAR(40) NOT NULL,
	language VARCHAR(40) NOT NULL,
	interpreter BOOLEAN NOT NULL,
	representative_id VARCHAR(32),
	restricted BOOLEAN NOT NULL,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_persons PRIMARY KEY (id),
	CONSTRAINT fk_persons_representative_id FOREIGN KEY(representative_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_persons_representative_id ON persons (representative_id)
;
CREATE INDEX ix_persons_restricted ON persons (id) WHERE restricted = 1
;
CREATE INDEX ix_persons_sort_key ON persons (sort_key)
;
CREATE TABLE policy_files (
	number INTEGER NOT NULL,
	organisation VARCHAR(200) NOT NULL,
	issued_by VARCHAR(200) NOT NULL,
	valid_from DATE NOT NULL,
	applied_on DATE NOT NULL,
	origin VARCHAR(40) NOT NULL,
	digest VARCHAR(200) NOT NULL,
	text TEXT NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_policy_files PRIMARY KEY (id)
)
;
CREATE TABLE releases (
	number INTEGER NOT NULL,
	kind VARCHAR(40) NOT NULL,
	title VARCHAR(200),
	made_at DATETIME NOT NULL,
	preset VARCHAR(40) NOT NULL,
	period VARCHAR(200) NOT NULL,
	entry JSON NOT NULL,
	statement JSON NOT NULL,
	previous VARCHAR(200) NOT NULL,
	digest VARCHAR(200) NOT NULL,
	proof BLOB NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_releases PRIMARY KEY (id),
	CONSTRAINT uq_releases_number UNIQUE (number)
)
;
CREATE TABLE reporting_periods (
	first_on DATE NOT NULL,
	last_on DATE NOT NULL,
	reference_date DATE NOT NULL,
	status VARCHAR(40) NOT NULL,
	title VARCHAR(200),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_reporting_periods PRIMARY KEY (id)
)
;
CREATE TABLE resilience_sessions (
	"on" DATE NOT NULL,
	audience VARCHAR(40) NOT NULL,
	theme VARCHAR(40) NOT NULL,
	district VARCHAR(40) NOT NULL,
	participants INTEGER NOT NULL,
	partners VARCHAR(200),
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_resilience_sessions PRIMARY KEY (id),
	CONSTRAINT ck_resilience_sessions_numbers CHECK (participants >= 0)
)
;
CREATE INDEX ix_resilience_sessions_on ON resilience_sessions ("on")
;
CREATE TABLE saved_filters (
	list_key VARCHAR(40) NOT NULL,
	name VARCHAR(200) NOT NULL,
	definition JSON NOT NULL,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_saved_filters PRIMARY KEY (id)
)
;
CREATE TABLE schools (
	name VARCHAR(200) NOT NULL,
	sort_key VARCHAR(200) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	district VARCHAR(40) NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_schools PRIMARY KEY (id)
)
;
CREATE TABLE settings (
	name VARCHAR NOT NULL,
	value JSON NOT NULL,
	CONSTRAINT pk_settings PRIMARY KEY (name)
)
;
CREATE TABLE vault_meta (
	name VARCHAR(40) NOT NULL,
	value VARCHAR(200) NOT NULL,
	CONSTRAINT pk_vault_meta PRIMARY KEY (name)
)
;
CREATE TABLE vog_ambassadors (
	name VARCHAR(200) NOT NULL,
	sort_key VARCHAR(200) NOT NULL,
	organisation VARCHAR(200) NOT NULL,
	organisation_kind VARCHAR(40) NOT NULL,
	trained_on DATE NOT NULL,
	active_until DATE,
	advices INTEGER NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_vog_ambassadors PRIMARY KEY (id)
)
;
CREATE TABLE workers (
	name VARCHAR(200) NOT NULL,
	sort_key VARCHAR(200) NOT NULL,
	role VARCHAR(40) NOT NULL,
	started_on DATE,
	ended_on DATE,
	is_owner BOOLEAN NOT NULL,
	in_register BOOLEAN NOT NULL,
	email VARCHAR(200),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_workers PRIMARY KEY (id)
)
;
CREATE TABLE colleagues (
	worker_id VARCHAR(32) NOT NULL,
	organisation VARCHAR(200) NOT NULL,
	seal_key BLOB NOT NULL,
	sign_key BLOB NOT NULL,
	imported_on DATE NOT NULL,
	verified_on DATE,
	verified_how VARCHAR(40),
	revoked_on DATE,
	revoked_reason TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_colleagues PRIMARY KEY (id),
	CONSTRAINT uq_colleagues_sign_key UNIQUE (sign_key),
	CONSTRAINT fk_colleagues_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_colleagues_worker_id ON colleagues (worker_id)
;
CREATE TABLE consulting_sessions (
	facility_id VARCHAR(32) NOT NULL,
	"on" DATE NOT NULL,
	conversations INTEGER NOT NULL,
	new_persons INTEGER NOT NULL,
	worker_id VARCHAR(32),
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_consulting_sessions PRIMARY KEY (id),
	CONSTRAINT ck_consulting_sessions_numbers CHECK (conversations >= 0 AND new_persons BETWEEN 0 AND conversations),
	CONSTRAINT fk_consulting_sessions_facility_id FOREIGN KEY(facility_id) REFERENCES facilities (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_consulting_sessions_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_consulting_sessions_facility_id ON consulting_sessions (facility_id)
;
CREATE INDEX ix_consulting_sessions_worker_id ON consulting_sessions (worker_id)
;
CREATE TABLE contribution_batches (
	worker_id VARCHAR(32),
	contributor VARCHAR(32) NOT NULL,
	contributor_role VARCHAR(40) NOT NULL,
	team VARCHAR(200) NOT NULL,
	period VARCHAR(200) NOT NULL,
	reference_date DATE NOT NULL,
	made_at DATETIME NOT NULL,
	received_at DATETIME NOT NULL,
	digest VARCHAR(200) NOT NULL,
	row_count INTEGER NOT NULL,
	catalogue VARCHAR(200),
	replaced_by_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_contribution_batches PRIMARY KEY (id),
	CONSTRAINT fk_contribution_batches_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_contribution_batches_replaced_by_id FOREIGN KEY(replaced_by_id) REFERENCES contribution_batches (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE UNIQUE INDEX ix_contribution_batches_in_force ON contribution_batches (contributor, period) WHERE replaced_by_id IS NULL
;
CREATE INDEX ix_contribution_batches_replaced_by_id ON contribution_batches (replaced_by_id)
;
CREATE INDEX ix_contribution_batches_worker_id ON contribution_batches (worker_id)
;
CREATE TABLE destruction_proposals (
	proposed_by_id VARCHAR(32) NOT NULL,
	proposed_at DATETIME NOT NULL,
	ground VARCHAR(40) NOT NULL,
	status VARCHAR(40) NOT NULL,
	content TEXT NOT NULL,
	answered_by_id VARCHAR(32),
	answered_at DATETIME,
	reason TEXT,
	public_key VARCHAR(200),
	signature VARCHAR(200),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_destruction_proposals PRIMARY KEY (id),
	CONSTRAINT fk_destruction_proposals_proposed_by_id FOREIGN KEY(proposed_by_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_destruction_proposals_answered_by_id FOREIGN KEY(answered_by_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_destruction_proposals_answered_by_id ON destruction_proposals (answered_by_id)
;
CREATE INDEX ix_destruction_proposals_proposed_by_id ON destruction_proposals (proposed_by_id)
;
CREATE TABLE families (
	code VARCHAR(40) NOT NULL,
	name VARCHAR(200) NOT NULL,
	sort_key VARCHAR(200) NOT NULL,
	district VARCHAR(40) NOT NULL,
	lead_id VARCHAR(32),
	started_on DATE NOT NULL,
	ended_on DATE,
	end_reason VARCHAR(40),
	end_outcome VARCHAR(40),
	end_note TEXT,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_families PRIMARY KEY (id),
	CONSTRAINT fk_families_lead_id FOREIGN KEY(lead_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_families_lead_id ON families (lead_id)
;
CREATE TABLE field_changes (
	id INTEGER NOT NULL,
	batch_id VARCHAR(32) NOT NULL,
	kind VARCHAR(64) NOT NULL,
	record_id VARCHAR(32) NOT NULL,
	field VARCHAR(64) NOT NULL,
	old JSON,
	new JSON,
	CONSTRAINT pk_field_changes PRIMARY KEY (id),
	CONSTRAINT fk_field_changes_batch_id FOREIGN KEY(batch_id) REFERENCES change_batches (id)
)
;
CREATE INDEX ix_field_changes_batch_id ON field_changes (batch_id)
;
CREATE INDEX ix_field_changes_record ON field_changes (kind, record_id)
;
CREATE TABLE justice_events (
	person_id VARCHAR(32) NOT NULL,
	month DATE NOT NULL,
	kind VARCHAR(40) NOT NULL,
	source VARCHAR(200) NOT NULL,
	legal_basis VARCHAR(40) NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_justice_events PRIMARY KEY (id),
	CONSTRAINT fk_justice_events_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_justice_events_person_id ON justice_events (person_id)
;
CREATE TABLE not_duplicates (
	first_id VARCHAR(32) NOT NULL,
	second_id VARCHAR(32) NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_not_duplicates PRIMARY KEY (id),
	CONSTRAINT fk_not_duplicates_first_id FOREIGN KEY(first_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_not_duplicates_second_id FOREIGN KEY(second_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_not_duplicates_first_id ON not_duplicates (first_id)
;
CREATE INDEX ix_not_duplicates_second_id ON not_duplicates (second_id)
;
CREATE TABLE permit_changes (
	permit_id VARCHAR(32) NOT NULL,
	from_status VARCHAR(40),
	to_status VARCHAR(40) NOT NULL,
	"on" DATE NOT NULL,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_permit_changes PRIMARY KEY (id),
	CONSTRAINT fk_permit_changes_permit_id FOREIGN KEY(permit_id) REFERENCES permits (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_permit_changes_permit_id ON permit_changes (permit_id)
;
CREATE TABLE person_aliases (
	person_id VARCHAR(32) NOT NULL,
	name VARCHAR(200) NOT NULL,
	folded VARCHAR(200) NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_person_aliases PRIMARY KEY (id),
	CONSTRAINT fk_person_aliases_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_person_aliases_person_id ON person_aliases (person_id)
;
CREATE TABLE person_merges (
	kept_id VARCHAR(32) NOT NULL,
	into_id VARCHAR(32) NOT NULL,
	merged_id VARCHAR(32) NOT NULL,
	merged_number VARCHAR(40) NOT NULL,
	reason TEXT NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_person_merges PRIMARY KEY (id),
	CONSTRAINT fk_person_merges_kept_id FOREIGN KEY(kept_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_person_merges_kept_id ON person_merges (kept_id)
;
CREATE TABLE release_definitions (
	release_id VARCHAR(32) NOT NULL,
	versions JSON NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_release_definitions PRIMARY KEY (id),
	CONSTRAINT uq_release_definitions_release_id UNIQUE (release_id),
	CONSTRAINT fk_release_definitions_release_id FOREIGN KEY(release_id) REFERENCES releases (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_release_definitions_release_id ON release_definitions (release_id)
;
CREATE TABLE release_withdrawals (
	release_id VARCHAR(32) NOT NULL,
	withdrawn_on DATE NOT NULL,
	reason TEXT NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_release_withdrawals PRIMARY KEY (id),
	CONSTRAINT uq_release_withdrawals_release_id UNIQUE (release_id),
	CONSTRAINT fk_release_withdrawals_release_id FOREIGN KEY(release_id) REFERENCES releases (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_release_withdrawals_release_id ON release_withdrawals (release_id)
;
CREATE TABLE release_wordings (
	release_id VARCHAR(32) NOT NULL,
	words JSON NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_release_wordings PRIMARY KEY (id),
	CONSTRAINT uq_release_wordings_release_id UNIQUE (release_id),
	CONSTRAINT fk_release_wordings_release_id FOREIGN KEY(release_id) REFERENCES releases (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_release_wordings_release_id ON release_wordings (release_id)
;
CREATE TABLE released_figures (
	release_id VARCHAR(32) NOT NULL,
	indicator VARCHAR(40) NOT NULL,
	cell JSON NOT NULL,
	value INTEGER,
	status VARCHAR(40) NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_released_figures PRIMARY KEY (id),
	CONSTRAINT fk_released_figures_release_id FOREIGN KEY(release_id) REFERENCES releases (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_released_figures_release_id ON released_figures (release_id)
;
CREATE TABLE report_drafts (
	name VARCHAR(200) NOT NULL,
	template VARCHAR(40) NOT NULL,
	release_id VARCHAR(32) NOT NULL,
	content JSON NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_report_drafts PRIMARY KEY (id),
	CONSTRAINT fk_report_drafts_release_id FOREIGN KEY(release_id) REFERENCES releases (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_report_drafts_release_id ON report_drafts (release_id)
;
CREATE TABLE school_activities (
	school_id VARCHAR(32) NOT NULL,
	"on" DATE NOT NULL,
	kind VARCHAR(40) NOT NULL,
	theme VARCHAR(40) NOT NULL,
	groups INTEGER NOT NULL,
	reach INTEGER NOT NULL,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_school_activities PRIMARY KEY (id),
	CONSTRAINT ck_school_activities_numbers CHECK (groups >= 0 AND reach >= 0),
	CONSTRAINT fk_school_activities_school_id FOREIGN KEY(school_id) REFERENCES schools (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_school_activities_on ON school_activities ("on")
;
CREATE INDEX ix_school_activities_school_id ON school_activities (school_id)
;
CREATE TABLE second_persons (
	worker_id VARCHAR(32) NOT NULL,
	public_key VARCHAR(200) NOT NULL,
	slot JSON NOT NULL,
	enrolled_on DATE NOT NULL,
	removed_on DATE,
	failures INTEGER NOT NULL,
	failed_at DATETIME,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_second_persons PRIMARY KEY (id),
	CONSTRAINT fk_second_persons_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_second_persons_worker_id ON second_persons (worker_id)
;
CREATE TABLE bundle_receipts (
	direction VARCHAR(40) NOT NULL,
	bundle_id VARCHAR(200) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	colleague_id VARCHAR(32) NOT NULL,
	made_at DATETIME NOT NULL,
	handled_at DATETIME NOT NULL,
	outcome VARCHAR(40) NOT NULL,
	record_kind VARCHAR(40),
	record_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_bundle_receipts PRIMARY KEY (id),
	CONSTRAINT uq_bundle_receipts_direction_bundle_id_colleague_id UNIQUE (direction, bundle_id, colleague_id),
	CONSTRAINT fk_bundle_receipts_colleague_id FOREIGN KEY(colleague_id) REFERENCES colleagues (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_bundle_receipts_colleague_id ON bundle_receipts (colleague_id)
;
CREATE TABLE cases (
	number VARCHAR(40) NOT NULL,
	person_id VARCHAR(32) NOT NULL,
	family_id VARCHAR(32),
	approach VARCHAR(40) NOT NULL,
	referring_partner_id VARCHAR(32),
	referrer VARCHAR(200),
	referral_way VARCHAR(40),
	opened_on DATE NOT NULL,
	inclusion_reasons JSON NOT NULL,
	inclusion_note TEXT,
	legal_basis VARCHAR(40) NOT NULL,
	proportionality TEXT,
	review_on DATE,
	phase VARCHAR(40) NOT NULL,
	phase_since DATE NOT NULL,
	priority VARCHAR(40) NOT NULL,
	informed_how VARCHAR(40),
	informed_on DATE,
	informed_note TEXT,
	next_meeting_on DATE,
	last_contact_on DATE,
	closed_on DATE,
	transferred_on DATE,
	closure_reason VARCHAR(40),
	closure_note TEXT,
	outcome VARCHAR(40),
	retain_until DATE,
	legal_hold BOOLEAN NOT NULL,
	extended_until DATE,
	restricted BOOLEAN NOT NULL,
	story_tip_on DATE,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_cases PRIMARY KEY (id),
	CONSTRAINT ck_cases_order CHECK (closed_on IS NULL OR closed_on >= opened_on),
	CONSTRAINT uq_cases_number UNIQUE (number),
	CONSTRAINT fk_cases_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cases_family_id FOREIGN KEY(family_id) REFERENCES families (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_cases_referring_partner_id FOREIGN KEY(referring_partner_id) REFERENCES partners (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_cases_family_id ON cases (family_id)
;
CREATE INDEX ix_cases_person_id ON cases (person_id)
;
CREATE INDEX ix_cases_phase_approach ON cases (phase, approach)
;
CREATE INDEX ix_cases_referring_partner_id ON cases (referring_partner_id)
;
CREATE INDEX ix_cases_restricted ON cases (id) WHERE restricted = 1
;
CREATE TABLE destructions (
	record_kind VARCHAR(40) NOT NULL,
	record_id VARCHAR(32) NOT NULL,
	proposal_id VARCHAR(32),
	destroyed_on DATE NOT NULL,
	erased_digest VARCHAR(200) NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_destructions PRIMARY KEY (id),
	CONSTRAINT fk_destructions_proposal_id FOREIGN KEY(proposal_id) REFERENCES destruction_proposals (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_destructions_proposal_id ON destructions (proposal_id)
;
CREATE INDEX ix_destructions_record ON destructions (record_kind, record_id)
;
CREATE TABLE family_members (
	family_id VARCHAR(32) NOT NULL,
	person_id VARCHAR(32) NOT NULL,
	relation VARCHAR(40) NOT NULL,
	from_on DATE NOT NULL,
	until_on DATE,
	minor_reason TEXT,
	review_on DATE,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_family_members PRIMARY KEY (id),
	CONSTRAINT ck_family_members_order CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT fk_family_members_family_id FOREIGN KEY(family_id) REFERENCES families (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_family_members_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_family_members_family_id ON family_members (family_id)
;
CREATE INDEX ix_family_members_person_id ON family_members (person_id)
;
CREATE TABLE ledger_keys (
	chain BLOB NOT NULL,
	snapshots BLOB NOT NULL,
	colleague_id VARCHAR(32) NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_ledger_keys PRIMARY KEY (id),
	CONSTRAINT fk_ledger_keys_colleague_id FOREIGN KEY(colleague_id) REFERENCES colleagues (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_ledger_keys_colleague_id ON ledger_keys (colleague_id)
;
CREATE TABLE match_answers (
	person_id VARCHAR(32) NOT NULL,
	colleague_id VARCHAR(32) NOT NULL,
	number VARCHAR(40) NOT NULL,
	same BOOLEAN NOT NULL,
	answered_on DATE NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_match_answers PRIMARY KEY (id),
	CONSTRAINT uq_match_answers_person_id_number UNIQUE (person_id, number),
	CONSTRAINT fk_match_answers_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_match_answers_colleague_id FOREIGN KEY(colleague_id) REFERENCES colleagues (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_match_answers_colleague_id ON match_answers (colleague_id)
;
CREATE INDEX ix_match_answers_person_id ON match_answers (person_id)
;
CREATE TABLE match_hints (
	person_id VARCHAR(32) NOT NULL,
	colleague_id VARCHAR(32) NOT NULL,
	likeness VARCHAR(40) NOT NULL,
	asked_on DATE,
	left_on DATE,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_match_hints PRIMARY KEY (id),
	CONSTRAINT uq_match_hints_person_id_colleague_id UNIQUE (person_id, colleague_id),
	CONSTRAINT fk_match_hints_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_match_hints_colleague_id FOREIGN KEY(colleague_id) REFERENCES colleagues (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_match_hints_colleague_id ON match_hints (colleague_id)
;
CREATE INDEX ix_match_hints_person_id ON match_hints (person_id)
;
CREATE TABLE match_questions (
	colleague_id VARCHAR(32) NOT NULL,
	number VARCHAR(40) NOT NULL,
	given_name VARCHAR(200),
	prefix VARCHAR(200),
	surname VARCHAR(200),
	birth_date DATE,
	answered_on DATE,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_match_questions PRIMARY KEY (id),
	CONSTRAINT uq_match_questions_number UNIQUE (number),
	CONSTRAINT fk_match_questions_colleague_id FOREIGN KEY(colleague_id) REFERENCES colleagues (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_match_questions_colleague_id ON match_questions (colleague_id)
;
CREATE TABLE stories (
	title VARCHAR(200) NOT NULL,
	pillar VARCHAR(40) NOT NULL,
	theme VARCHAR(40) NOT NULL,
	perspective VARCHAR(40) NOT NULL,
	medium VARCHAR(40) NOT NULL,
	question VARCHAR(40) NOT NULL,
	situation TEXT,
	what_we_did TEXT,
	what_changed TEXT,
	what_failed TEXT,
	what_we_learned TEXT,
	what_next TEXT,
	indicator VARCHAR(40),
	composite BOOLEAN NOT NULL,
	against_grain BOOLEAN NOT NULL,
	small_group BOOLEAN NOT NULL,
	consent_by VARCHAR(40),
	consent_how VARCHAR(40),
	consent_on DATE,
	consent_withdrawn_on DATE,
	status VARCHAR(40) NOT NULL,
	revision INTEGER NOT NULL,
	written_by_id VARCHAR(32),
	recognisable_checked BOOLEAN NOT NULL,
	checked_on DATE,
	reviewed_by_id VARCHAR(32),
	recognisable_second BOOLEAN NOT NULL,
	approved_on DATE,
	approval_key VARCHAR(200),
	approval VARCHAR(200),
	published_on DATE,
	withdrawn_on DATE,
	withdrawn_reason TEXT,
	origin_id VARCHAR(32),
	colleague_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_stories PRIMARY KEY (id),
	CONSTRAINT uq_stories_origin_id_colleague_id UNIQUE (origin_id, colleague_id),
	CONSTRAINT fk_stories_written_by_id FOREIGN KEY(written_by_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_stories_reviewed_by_id FOREIGN KEY(reviewed_by_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_stories_colleague_id FOREIGN KEY(colleague_id) REFERENCES colleagues (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_stories_colleague_id ON stories (colleague_id)
;
CREATE INDEX ix_stories_reviewed_by_id ON stories (reviewed_by_id)
;
CREATE INDEX ix_stories_written_by_id ON stories (written_by_id)
;
CREATE TABLE team_keys (
	from_year INTEGER NOT NULL,
	secret BLOB NOT NULL,
	colleague_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_team_keys PRIMARY KEY (id),
	CONSTRAINT uq_team_keys_from_year UNIQUE (from_year),
	CONSTRAINT fk_team_keys_colleague_id FOREIGN KEY(colleague_id) REFERENCES colleagues (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_team_keys_colleague_id ON team_keys (colleague_id)
;
CREATE TABLE action_plans (
	case_id VARCHAR(32),
	family_id VARCHAR(32),
	number INTEGER NOT NULL,
	"on" DATE NOT NULL,
	status VARCHAR(40) NOT NULL,
	summary TEXT NOT NULL,
	discussed BOOLEAN NOT NULL,
	discussed_on DATE,
	discussed_note TEXT,
	agreed BOOLEAN,
	evaluate_on DATE,
	evaluation TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_action_plans PRIMARY KEY (id),
	CONSTRAINT fk_action_plans_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_action_plans_family_id FOREIGN KEY(family_id) REFERENCES families (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_action_plans_case_id ON action_plans (case_id)
;
CREATE INDEX ix_action_plans_family_id ON action_plans (family_id)
;
CREATE TABLE assessments (
	case_id VARCHAR(32) NOT NULL,
	"on" DATE NOT NULL,
	kind VARCHAR(40) NOT NULL,
	with_person BOOLEAN NOT NULL,
	note TEXT,
	worker_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_assessments PRIMARY KEY (id),
	CONSTRAINT fk_assessments_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_assessments_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_assessments_case_id_on ON assessments (case_id, "on", created_at, id)
;
CREATE INDEX ix_assessments_worker_id ON assessments (worker_id)
;
CREATE TABLE assignments (
	case_id VARCHAR(32) NOT NULL,
	worker_id VARCHAR(32) NOT NULL,
	role VARCHAR(40) NOT NULL,
	from_on DATE NOT NULL,
	until_on DATE,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_assignments PRIMARY KEY (id),
	CONSTRAINT ck_assignments_order CHECK (until_on IS NULL OR until_on >= from_on),
	CONSTRAINT fk_assignments_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_assignments_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_assignments_case_id ON assignments (case_id)
;
CREATE INDEX ix_assignments_worker_id ON assignments (worker_id)
;
CREATE TABLE case_references (
	case_id VARCHAR(32) NOT NULL,
	partner_id VARCHAR(32),
	reference VARCHAR(200) NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_case_references PRIMARY KEY (id),
	CONSTRAINT fk_case_references_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_case_references_partner_id FOREIGN KEY(partner_id) REFERENCES partners (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_case_references_case_id ON case_references (case_id)
;
CREATE INDEX ix_case_references_partner_id ON case_references (partner_id)
;
CREATE TABLE contacts (
	person_id VARCHAR(32) NOT NULL,
	case_id VARCHAR(32),
	kind VARCHAR(40) NOT NULL,
	"on" DATE NOT NULL,
	at_time VARCHAR(40),
	duration_minutes INTEGER,
	place VARCHAR(200),
	facility_id VARCHAR(32),
	consulting_session_id VARCHAR(32),
	reached VARCHAR(40) NOT NULL,
	initiative VARCHAR(40) NOT NULL,
	report TEXT,
	information_kind VARCHAR(40) NOT NULL,
	information_source VARCHAR(200),
	legal_basis VARCHAR(40),
	worker_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_contacts PRIMARY KEY (id),
	CONSTRAINT ck_contacts_duration CHECK (duration_minutes IS NULL OR duration_minutes BETWEEN 0 AND 1440),
	CONSTRAINT fk_contacts_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_contacts_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_contacts_facility_id FOREIGN KEY(facility_id) REFERENCES facilities (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_contacts_consulting_session_id FOREIGN KEY(consulting_session_id) REFERENCES consulting_sessions (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_contacts_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_contacts_case_id ON contacts (case_id)
;
CREATE INDEX ix_contacts_consulting_session_id ON contacts (consulting_session_id)
;
CREATE INDEX ix_contacts_facility_id ON contacts (facility_id)
;
CREATE INDEX ix_contacts_on ON contacts ("on")
;
CREATE INDEX ix_contacts_person_id_on ON contacts (person_id, "on")
;
CREATE INDEX ix_contacts_worker_id ON contacts (worker_id)
;
CREATE TABLE detentions (
	person_id VARCHAR(32) NOT NULL,
	case_id VARCHAR(32),
	facility_id VARCHAR(32) NOT NULL,
	title VARCHAR(40) NOT NULL,
	regime VARCHAR(200),
	entered_on DATE NOT NULL,
	expected_on DATE,
	release_certainty VARCHAR(40) NOT NULL,
	released_on DATE,
	plan_received_on DATE,
	return_notice_on DATE,
	sentence_transfer VARCHAR(40) NOT NULL,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_detentions PRIMARY KEY (id),
	CONSTRAINT ck_detentions_released CHECK (released_on IS NULL OR released_on >= entered_on),
	CONSTRAINT ck_detentions_expected CHECK (expected_on IS NULL OR expected_on >= entered_on),
	CONSTRAINT fk_detentions_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_detentions_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_detentions_facility_id FOREIGN KEY(facility_id) REFERENCES facilities (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_detentions_case_id ON detentions (case_id)
;
CREATE INDEX ix_detentions_facility_id ON detentions (facility_id)
;
CREATE INDEX ix_detentions_person_id ON detentions (person_id)
;
CREATE TABLE emergency_accesses (
	person_id VARCHAR(32) NOT NULL,
	case_id VARCHAR(32),
	worker_id VARCHAR(32) NOT NULL,
	opened_at DATETIME NOT NULL,
	until DATETIME NOT NULL,
	ended_at DATETIME,
	reason TEXT NOT NULL,
	judged_on DATE,
	judged_by_id VARCHAR(32),
	verdict VARCHAR(40),
	judged_note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_emergency_accesses PRIMARY KEY (id),
	CONSTRAINT ck_emergency_accesses_order CHECK (until > opened_at),
	CONSTRAINT fk_emergency_accesses_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_emergency_accesses_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_emergency_accesses_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_emergency_accesses_judged_by_id FOREIGN KEY(judged_by_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_emergency_accesses_case_id ON emergency_accesses (case_id)
;
CREATE INDEX ix_emergency_accesses_judged_by_id ON emergency_accesses (judged_by_id)
;
CREATE INDEX ix_emergency_accesses_open ON emergency_accesses (person_id) WHERE ended_at IS NULL
;
CREATE INDEX ix_emergency_accesses_person_id ON emergency_accesses (person_id)
;
CREATE INDEX ix_emergency_accesses_worker_id ON emergency_accesses (worker_id)
;
CREATE TABLE id_applications (
	case_id VARCHAR(32) NOT NULL,
	document VARCHAR(200) NOT NULL,
	photo_on DATE,
	submitted_on DATE,
	received_on DATE,
	handed_over_on DATE,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_id_applications PRIMARY KEY (id),
	CONSTRAINT fk_id_applications_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_id_applications_case_id ON id_applications (case_id)
;
CREATE TABLE phase_changes (
	case_id VARCHAR(32) NOT NULL,
	from_phase VARCHAR(40),
	to_phase VARCHAR(40) NOT NULL,
	"on" DATE NOT NULL,
	reason TEXT,
	closure_reason VARCHAR(40),
	outcome VARCHAR(40),
	worker_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_phase_changes PRIMARY KEY (id),
	CONSTRAINT fk_phase_changes_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_phase_changes_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_phase_changes_case_id ON phase_changes (case_id)
;
CREATE INDEX ix_phase_changes_worker_id ON phase_changes (worker_id)
;
CREATE TABLE programmes (
	person_id VARCHAR(32) NOT NULL,
	case_id VARCHAR(32),
	kind VARCHAR(40) NOT NULL,
	provider_id VARCHAR(32),
	provider_name VARCHAR(200),
	registered_on DATE NOT NULL,
	intake_on DATE,
	started_on DATE,
	ended_on DATE,
	status VARCHAR(40) NOT NULL,
	outcome VARCHAR(40),
	hours_per_week INTEGER,
	stop_reason TEXT,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_programmes PRIMARY KEY (id),
	CONSTRAINT ck_programmes_order CHECK (ended_on IS NULL OR started_on IS NULL OR ended_on >= started_on),
	CONSTRAINT fk_programmes_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_programmes_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_programmes_provider_id FOREIGN KEY(provider_id) REFERENCES partners (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_programmes_case_id ON programmes (case_id)
;
CREATE INDEX ix_programmes_person_id ON programmes (person_id)
;
CREATE INDEX ix_programmes_provider_id ON programmes (provider_id)
;
CREATE TABLE proportionality_reviews (
	case_id VARCHAR(32) NOT NULL,
	"on" DATE NOT NULL,
	proportionate BOOLEAN NOT NULL,
	reasoning TEXT NOT NULL,
	next_on DATE,
	worker_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_proportionality_reviews PRIMARY KEY (id),
	CONSTRAINT fk_proportionality_reviews_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_proportionality_reviews_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_proportionality_reviews_case_id ON proportionality_reviews (case_id)
;
CREATE INDEX ix_proportionality_reviews_worker_id ON proportionality_reviews (worker_id)
;
CREATE TABLE retention_decisions (
	case_id VARCHAR(32) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	"on" DATE NOT NULL,
	until_on DATE,
	reason TEXT NOT NULL,
	worker_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_retention_decisions PRIMARY KEY (id),
	CONSTRAINT fk_retention_decisions_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_retention_decisions_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_retention_decisions_case_id ON retention_decisions (case_id)
;
CREATE INDEX ix_retention_decisions_worker_id ON retention_decisions (worker_id)
;
CREATE TABLE transfers (
	case_id VARCHAR(32) NOT NULL,
	from_worker_id VARCHAR(32) NOT NULL,
	to_worker_id VARCHAR(32) NOT NULL,
	offered_on DATE NOT NULL,
	answered_on DATE,
	status VARCHAR(40) NOT NULL,
	note TEXT NOT NULL,
	answer_note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_transfers PRIMARY KEY (id),
	CONSTRAINT fk_transfers_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_transfers_from_worker_id FOREIGN KEY(from_worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_transfers_to_worker_id FOREIGN KEY(to_worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_transfers_case_id ON transfers (case_id)
;
CREATE INDEX ix_transfers_from_worker_id ON transfers (from_worker_id)
;
CREATE INDEX ix_transfers_to_worker_id ON transfers (to_worker_id)
;
CREATE TABLE vog_procedures (
	person_id VARCHAR(32) NOT NULL,
	case_id VARCHAR(32),
	purpose VARCHAR(40) NOT NULL,
	screening_profile VARCHAR(200),
	ambassador_id VARCHAR(32),
	status VARCHAR(40) NOT NULL,
	status_since DATE NOT NULL,
	not_applied_reason TEXT,
	applied_on DATE,
	intention_on DATE,
	view_given_on DATE,
	decided_on DATE,
	objection_on DATE,
	due_on DATE,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_vog_procedures PRIMARY KEY (id),
	CONSTRAINT fk_vog_procedures_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_vog_procedures_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_vog_procedures_ambassador_id FOREIGN KEY(ambassador_id) REFERENCES vog_ambassadors (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_vog_procedures_ambassador_id ON vog_procedures (ambassador_id)
;
CREATE INDEX ix_vog_procedures_case_id ON vog_procedures (case_id)
;
CREATE INDEX ix_vog_procedures_person_id ON vog_procedures (person_id)
;
CREATE TABLE appointments (
	person_id VARCHAR(32),
	case_id VARCHAR(32),
	kind VARCHAR(40) NOT NULL,
	"on" DATE NOT NULL,
	at_time VARCHAR(40),
	duration_minutes INTEGER,
	place VARCHAR(200),
	facility_id VARCHAR(32),
	note TEXT,
	contact_id VARCHAR(32),
	cancelled BOOLEAN NOT NULL,
	worker_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_appointments PRIMARY KEY (id),
	CONSTRAINT fk_appointments_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointments_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointments_facility_id FOREIGN KEY(facility_id) REFERENCES facilities (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointments_contact_id FOREIGN KEY(contact_id) REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_appointments_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_appointments_case_id ON appointments (case_id)
;
CREATE INDEX ix_appointments_contact_id ON appointments (contact_id)
;
CREATE INDEX ix_appointments_facility_id ON appointments (facility_id)
;
CREATE INDEX ix_appointments_on ON appointments ("on")
;
CREATE INDEX ix_appointments_person_id ON appointments (person_id)
;
CREATE INDEX ix_appointments_worker_id ON appointments (worker_id)
;
CREATE TABLE assessment_scores (
	assessment_id VARCHAR(32) NOT NULL,
	life_domain VARCHAR(40) NOT NULL,
	score VARCHAR(40) NOT NULL,
	note TEXT,
	source VARCHAR(200),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_assessment_scores PRIMARY KEY (id),
	CONSTRAINT uq_assessment_scores_assessment_id_life_domain UNIQUE (assessment_id, life_domain),
	CONSTRAINT fk_assessment_scores_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessments (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_assessment_scores_assessment_id ON assessment_scores (assessment_id)
;
CREATE INDEX ix_assessment_scores_whole ON assessment_scores (assessment_id, life_domain, score)
;
CREATE TABLE attachments (
	case_id VARCHAR(32),
	person_id VARCHAR(32),
	contact_id VARCHAR(32),
	kind VARCHAR(40) NOT NULL,
	title VARCHAR(200) NOT NULL,
	media_type VARCHAR(200) NOT NULL,
	size INTEGER NOT NULL,
	digest VARCHAR(200) NOT NULL,
	received_on DATE NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_attachments PRIMARY KEY (id),
	CONSTRAINT fk_attachments_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_attachments_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_attachments_contact_id FOREIGN KEY(contact_id) REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_attachments_case_id ON attachments (case_id)
;
CREATE INDEX ix_attachments_contact_id ON attachments (contact_id)
;
CREATE INDEX ix_attachments_person_id ON attachments (person_id)
;
CREATE TABLE attendances (
	programme_id VARCHAR(32) NOT NULL,
	month DATE NOT NULL,
	planned INTEGER NOT NULL,
	attended INTEGER NOT NULL,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_attendances PRIMARY KEY (id),
	CONSTRAINT fk_attendances_programme_id FOREIGN KEY(programme_id) REFERENCES programmes (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_attendances_seen ON attendances (programme_id, month, attended)
;
CREATE TABLE basic_condition_checks (
	case_id VARCHAR(32) NOT NULL,
	detention_id VARCHAR(32),
	condition VARCHAR(40) NOT NULL,
	moment VARCHAR(40) NOT NULL,
	status VARCHAR(40) NOT NULL,
	checked_on DATE NOT NULL,
	action TEXT,
	arranged_on DATE,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_basic_condition_checks PRIMARY KEY (id),
	CONSTRAINT uq_basic_condition_checks_case_id_detention_id_condition_moment UNIQUE (case_id, detention_id, condition, moment),
	CONSTRAINT fk_basic_condition_checks_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_basic_condition_checks_detention_id FOREIGN KEY(detention_id) REFERENCES detentions (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_basic_condition_checks_case_id ON basic_condition_checks (case_id)
;
CREATE INDEX ix_basic_condition_checks_looks ON basic_condition_checks (detention_id, condition, moment, checked_on, status)
;
CREATE TABLE contact_attendees (
	contact_id VARCHAR(32) NOT NULL,
	person_id VARCHAR(32),
	partner_id VARCHAR(32),
	name VARCHAR(200),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_contact_attendees PRIMARY KEY (id),
	CONSTRAINT fk_contact_attendees_contact_id FOREIGN KEY(contact_id) REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_contact_attendees_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_contact_attendees_partner_id FOREIGN KEY(partner_id) REFERENCES partners (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_contact_attendees_contact_id ON contact_attendees (contact_id)
;
CREATE INDEX ix_contact_attendees_partner_id ON contact_attendees (partner_id)
;
CREATE INDEX ix_contact_attendees_person_id ON contact_attendees (person_id)
;
CREATE TABLE data_sharings (
	person_id VARCHAR(32) NOT NULL,
	case_id VARCHAR(32),
	partner_id VARCHAR(32),
	contact_id VARCHAR(32),
	recipient VARCHAR(200) NOT NULL,
	received_by VARCHAR(200),
	data_kinds JSON NOT NULL,
	what TEXT NOT NULL,
	way VARCHAR(40) NOT NULL,
	legal_basis VARCHAR(40) NOT NULL,
	basis_note TEXT,
	consent_on DATE,
	"on" DATE NOT NULL,
	person_told BOOLEAN NOT NULL,
	withdrawn_on DATE,
	withdrawn_note TEXT,
	restriction_ground VARCHAR(40),
	restriction_reason TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_data_sharings PRIMARY KEY (id),
	CONSTRAINT fk_data_sharings_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_data_sharings_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_data_sharings_partner_id FOREIGN KEY(partner_id) REFERENCES partners (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_data_sharings_contact_id FOREIGN KEY(contact_id) REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_data_sharings_case_id ON data_sharings (case_id)
;
CREATE INDEX ix_data_sharings_contact_id ON data_sharings (contact_id)
;
CREATE INDEX ix_data_sharings_partner_id ON data_sharings (partner_id)
;
CREATE INDEX ix_data_sharings_person_id ON data_sharings (person_id)
;
CREATE TABLE detention_leaves (
	detention_id VARCHAR(32) NOT NULL,
	from_on DATE NOT NULL,
	until_on DATE,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_detention_leaves PRIMARY KEY (id),
	CONSTRAINT fk_detention_leaves_detention_id FOREIGN KEY(detention_id) REFERENCES detentions (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_detention_leaves_detention_id ON detention_leaves (detention_id)
;
CREATE TABLE goals (
	plan_id VARCHAR(32) NOT NULL,
	life_domain VARCHAR(40) NOT NULL,
	title VARCHAR(200) NOT NULL,
	status VARCHAR(40) NOT NULL,
	due_on DATE,
	result TEXT,
	position INTEGER NOT NULL,
	earlier_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_goals PRIMARY KEY (id),
	CONSTRAINT fk_goals_plan_id FOREIGN KEY(plan_id) REFERENCES action_plans (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_goals_earlier_id FOREIGN KEY(earlier_id) REFERENCES goals (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_goals_earlier_id ON goals (earlier_id)
;
CREATE INDEX ix_goals_plan_id ON goals (plan_id)
;
CREATE TABLE actions (
	goal_id VARCHAR(32) NOT NULL,
	title VARCHAR(200) NOT NULL,
	intervention VARCHAR(40) NOT NULL,
	owner VARCHAR(40),
	partner_id VARCHAR(32),
	responsible VARCHAR(200),
	due_on DATE,
	status VARCHAR(40) NOT NULL,
	result TEXT,
	position INTEGER NOT NULL,
	earlier_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_actions PRIMARY KEY (id),
	CONSTRAINT fk_actions_goal_id FOREIGN KEY(goal_id) REFERENCES goals (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_actions_partner_id FOREIGN KEY(partner_id) REFERENCES partners (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_actions_earlier_id FOREIGN KEY(earlier_id) REFERENCES actions (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_actions_earlier_id ON actions (earlier_id)
;
CREATE INDEX ix_actions_goal_id ON actions (goal_id)
;
CREATE INDEX ix_actions_partner_id ON actions (partner_id)
;
CREATE TABLE tasks (
	title VARCHAR(200) NOT NULL,
	owner VARCHAR(200),
	worker_id VARCHAR(32),
	case_id VARCHAR(32),
	person_id VARCHAR(32),
	contact_id VARCHAR(32),
	action_id VARCHAR(32),
	due_on DATE,
	recurrence VARCHAR(40) NOT NULL,
	source VARCHAR(40) NOT NULL,
	status VARCHAR(40) NOT NULL,
	done_on DATE,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_tasks PRIMARY KEY (id),
	CONSTRAINT fk_tasks_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_tasks_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_tasks_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_tasks_contact_id FOREIGN KEY(contact_id) REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_tasks_action_id FOREIGN KEY(action_id) REFERENCES actions (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_tasks_action_id ON tasks (action_id)
;
CREATE INDEX ix_tasks_case_id ON tasks (case_id)
;
CREATE INDEX ix_tasks_contact_id ON tasks (contact_id)
;
CREATE INDEX ix_tasks_person_id ON tasks (person_id)
;
CREATE INDEX ix_tasks_status_due_on ON tasks (status, due_on)
;
CREATE INDEX ix_tasks_worker_id ON tasks (worker_id)
;
CREATE TABLE access_requests (
	person_id VARCHAR(32) NOT NULL,
	case_id VARCHAR(32),
	kind VARCHAR(40) NOT NULL,
	received_on DATE NOT NULL,
	statement TEXT,
	via_representative BOOLEAN NOT NULL,
	requester VARCHAR(200),
	capacity VARCHAR(40),
	identity_checked_on DATE,
	identity_how VARCHAR(40),
	due_on DATE NOT NULL,
	extended_on DATE,
	extension_reason TEXT,
	decision VARCHAR(40),
	decided_on DATE,
	reasoning TEXT,
	remedies_told BOOLEAN,
	sent_on DATE,
	sent_how VARCHAR(40),
	carried_out_on DATE,
	withdrawn_on DATE,
	task_id VARCHAR(32),
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_access_requests PRIMARY KEY (id),
	CONSTRAINT fk_access_requests_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_access_requests_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_access_requests_task_id FOREIGN KEY(task_id) REFERENCES tasks (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_access_requests_case_id ON access_requests (case_id)
;
CREATE INDEX ix_access_requests_person_id ON access_requests (person_id)
;
CREATE INDEX ix_access_requests_task_id ON access_requests (task_id)
;
CREATE TABLE corrections (
	request_id VARCHAR(32) NOT NULL,
	person_id VARCHAR(32) NOT NULL,
	record_kind VARCHAR(40) NOT NULL,
	record_id VARCHAR(32) NOT NULL,
	field VARCHAR(40),
	value_digest VARCHAR(200) NOT NULL,
	noted_on DATE NOT NULL,
	through VARCHAR(40) NOT NULL,
	statement TEXT,
	proposed TEXT,
	decision VARCHAR(40),
	reasoning TEXT,
	decided_on DATE,
	decided_by_id VARCHAR(32),
	carried_out_on DATE,
	carried_batch_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_corrections PRIMARY KEY (id),
	CONSTRAINT ck_corrections_decided CHECK ((decision IS NULL) = (decided_on IS NULL)),
	CONSTRAINT fk_corrections_request_id FOREIGN KEY(request_id) REFERENCES access_requests (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_corrections_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_corrections_decided_by_id FOREIGN KEY(decided_by_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_corrections_about ON corrections (record_kind, record_id)
;
CREATE INDEX ix_corrections_decided_by_id ON corrections (decided_by_id)
;
CREATE INDEX ix_corrections_person_id ON corrections (person_id)
;
CREATE INDEX ix_corrections_request_id ON corrections (request_id)
;
CREATE TABLE objections (
	request_id VARCHAR(32) NOT NULL,
	person_id VARCHAR(32) NOT NULL,
	case_id VARCHAR(32) NOT NULL,
	kind VARCHAR(40) NOT NULL,
	noted_on DATE NOT NULL,
	through VARCHAR(40) NOT NULL,
	statement TEXT NOT NULL,
	decision VARCHAR(40),
	reasoning TEXT,
	decided_on DATE,
	decided_by_id VARCHAR(32),
	ended_on DATE,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_objections PRIMARY KEY (id),
	CONSTRAINT ck_objections_decided CHECK ((decision IS NULL) = (decided_on IS NULL)),
	CONSTRAINT fk_objections_request_id FOREIGN KEY(request_id) REFERENCES access_requests (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_objections_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_objections_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_objections_decided_by_id FOREIGN KEY(decided_by_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_objections_case_id ON objections (case_id)
;
CREATE INDEX ix_objections_decided_by_id ON objections (decided_by_id)
;
CREATE INDEX ix_objections_person_id ON objections (person_id)
;
CREATE INDEX ix_objections_request_id ON objections (request_id)
;
CREATE TABLE request_masks (
	request_id VARCHAR(32) NOT NULL,
	act VARCHAR(40) NOT NULL,
	record_kind VARCHAR(200) NOT NULL,
	record_id VARCHAR(32) NOT NULL,
	field VARCHAR(200) NOT NULL,
	passage TEXT,
	ground VARCHAR(40),
	reason TEXT,
	worker_id VARCHAR(32),
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_request_masks PRIMARY KEY (id),
	CONSTRAINT fk_request_masks_request_id FOREIGN KEY(request_id) REFERENCES access_requests (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_request_masks_worker_id FOREIGN KEY(worker_id) REFERENCES workers (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_request_masks_request_id ON request_masks (request_id)
;
CREATE INDEX ix_request_masks_worker_id ON request_masks (worker_id)
;
CREATE TABLE recipient_notices (
	correction_id VARCHAR(32) NOT NULL,
	person_id VARCHAR(32) NOT NULL,
	sharing_id VARCHAR(32) NOT NULL,
	outcome VARCHAR(40),
	"on" DATE,
	note TEXT,
	id VARCHAR(32) NOT NULL,
	created_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_recipient_notices PRIMARY KEY (id),
	CONSTRAINT fk_recipient_notices_correction_id FOREIGN KEY(correction_id) REFERENCES corrections (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_recipient_notices_person_id FOREIGN KEY(person_id) REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_recipient_notices_sharing_id FOREIGN KEY(sharing_id) REFERENCES data_sharings (id) DEFERRABLE INITIALLY DEFERRED
)
;
CREATE INDEX ix_recipient_notices_correction_id ON recipient_notices (correction_id)
;
CREATE INDEX ix_recipient_notices_person_id ON recipient_notices (person_id)
;
CREATE INDEX ix_recipient_notices_sharing_id ON recipient_notices (sharing_id)
;
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END
;
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END
;
CREATE TABLE search_entries (
    id INTEGER PRIMARY KEY,
    kind VARCHAR(64) NOT NULL,
    record_id VARCHAR(64) NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT uq_search_entries_kind_record_id UNIQUE (kind, record_id)
)
;
CREATE VIRTUAL TABLE search_index USING fts5(
    title, body, content='search_entries', content_rowid='id',
    tokenize="unicode61 remove_diacritics 2", prefix='1 2 3'
)
;
INSERT INTO search_index(search_index, rank) VALUES('secure-delete', 1)
;
