/**
 * A télédossier as an agent sees it and works on it. Start with {@link fr.hubee.portal.desk.casefile.CaseDetailPage}; files
 * go through the servlets under {@code /fichiers}, which extend {@link fr.hubee.portal.desk.casefile.FileRequestServlet}.
 */
package fr.hubee.portal.desk.casefile;
