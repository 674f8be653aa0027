/** Fields of a form: what is checked as it is typed, and how a refused field is shown. */
package fr.hubee.portal.field;
