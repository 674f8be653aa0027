/**
 * The list of cases: search, filters, sorting and counts. Read-only projections, limited to what the person may see.
 *
 * <p>Start with {@link fr.hubee.caselist.CaseListService}.
 */
package fr.hubee.caselist;
