/** Data of the tests: people, towns, partners, folders. */
package fr.hubee.it.world;
