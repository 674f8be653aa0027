/** Form fields: checks of single fields, and how refused fields are shown. */
package fr.hubee.portal.field;
