/** Form fields, tables of lines, exports, and French formats of values. */
package fr.hubee.portal.field;
