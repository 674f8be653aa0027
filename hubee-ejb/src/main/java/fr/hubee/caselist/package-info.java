/**
 * The list of cases that people search, filter, sort and count: projections only, each within what the person may see.
 *
 * <p>Start with {@link fr.hubee.caselist.CaseListService}.
 */
package fr.hubee.caselist;
