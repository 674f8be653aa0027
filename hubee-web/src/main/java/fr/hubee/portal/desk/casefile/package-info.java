/**
 * A télédossier as an agent sees it and works on it. Start with {@link fr.hubee.portal.desk.casefile.CaseDetailPage}; files
 * go through the resources under {@code /fichiers}, such as {@link fr.hubee.portal.desk.casefile.CaseFilesResource}.
 */
package fr.hubee.portal.desk.casefile;
