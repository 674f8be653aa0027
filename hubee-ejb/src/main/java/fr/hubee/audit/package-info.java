/**
 * Who did what, for which organisation, from where, and what changed.
 *
 * <p>A service that lets somebody act records an {@link fr.hubee.audit.Act} in the {@link fr.hubee.audit.AuditJournal},
 * in its own transaction: either both are kept, or none. What is recorded is never changed and never deleted.
 */
package fr.hubee.audit;
