/**
 * The list of cases: search, filters, sorting, counts, and the filters that people save. Read-only projections, limited to what the person
 * may see.
 *
 * <p>Start with {@link fr.hubee.desk.caselist.CaseListService}.
 */
package fr.hubee.desk.caselist;
