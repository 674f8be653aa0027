/**
 * Work on a case in the portal: people open it, change its status, comment on it, download and add files.
 *
 * <p>Start with {@link fr.hubee.desk.casework.CaseWorkService}; {@link fr.hubee.desk.casework.CaseRights} defines what a person
 * may do, with the reasons of refusals.
 */
package fr.hubee.desk.casework;
