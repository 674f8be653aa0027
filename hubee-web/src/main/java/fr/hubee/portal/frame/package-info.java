/** What surrounds every page: who may see it, who is there, what she is told. */
package fr.hubee.portal.frame;
