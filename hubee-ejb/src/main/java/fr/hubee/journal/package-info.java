/**
 * Who did what: the entries of the journal, their tree, its signed heads and stamps; and the jobs, whose runs are recorded.
 *
 * <p>Start with {@link fr.hubee.journal.audit.AuditJournal}, {@code journal.seal.JournalSealingService} and {@link fr.hubee.journal.job.Job}. It calls {@code kernel} only.
 */
package fr.hubee.journal;
