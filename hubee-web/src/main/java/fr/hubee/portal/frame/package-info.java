/** What surrounds every page: who may see it, who is signed in, the menu, what browsers are told. */
package fr.hubee.portal.frame;
