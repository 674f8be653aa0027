/**
 * How far a folder, a case, an event or a file has come: the closed lists of statuses, and which party may set which.
 *
 * <p>Start with {@link fr.hubee.folder.status.CaseStatus}; nothing here knows an entity.
 */
package fr.hubee.folder.status;
