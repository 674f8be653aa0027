/** Form fields, tables of lines, exports, and how values are written in French. */
package fr.hubee.portal.field;
