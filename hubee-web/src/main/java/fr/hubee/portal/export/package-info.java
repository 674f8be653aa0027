/** Lists as files: CSV and workbooks, written line by line. */
package fr.hubee.portal.export;
