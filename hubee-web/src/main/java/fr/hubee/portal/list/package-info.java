/** Lists that are shown page by page: start with {@link fr.hubee.portal.list.ListTable}. */
package fr.hubee.portal.list;
