/** Where master keys may be, and how they are changed, on servers of their own. */
package fr.hubee.it.encryption;
