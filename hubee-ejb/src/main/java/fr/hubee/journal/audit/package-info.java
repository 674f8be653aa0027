/**
 * The audit journal: who did what, for which organisation, from where, and what changed.
 *
 * <p>A service records an {@link fr.hubee.journal.audit.Act} in the {@link fr.hubee.journal.audit.AuditJournal}, in its own
 * transaction: both are committed, or neither. Records are never changed; retention drops whole months.
 */
package fr.hubee.journal.audit;
