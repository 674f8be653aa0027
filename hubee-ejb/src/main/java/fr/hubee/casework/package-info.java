/**
 * What people do with a case in the portal: they open it, move it, comment it, take its files and add some.
 *
 * <p>Start with {@link fr.hubee.casework.CaseWorkService}; what a person may do, and why not, is
 * {@link fr.hubee.casework.CaseRights}.
 */
package fr.hubee.casework;
