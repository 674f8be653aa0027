/** Form fields: how refused fields are shown. */
package fr.hubee.portal.field;
