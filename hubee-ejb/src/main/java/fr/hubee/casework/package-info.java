/**
 * What people do with a case in the portal: open it, change its status, comment on it, download and add files.
 *
 * <p>Start with {@link fr.hubee.casework.CaseWorkService}; {@link fr.hubee.casework.CaseRights} defines what a person
 * may do, with the reasons of refusals.
 */
package fr.hubee.casework;
