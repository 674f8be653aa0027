/** Files: their stores, and how they are encrypted. */
package fr.hubee.it.files;
