/**
 * The journal: its entries, their Merkle tree, its signed heads and time stamps; and the jobs, whose runs are recorded.
 *
 * <p>Start with {@link fr.hubee.journal.audit.AuditJournal}, {@code journal.seal.JournalOwnerService} and
 * {@link fr.hubee.journal.job.Job}. It calls {@code kernel} only.
 */
package fr.hubee.journal;
