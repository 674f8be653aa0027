/** Who and what the tests make for themselves: people, towns, partners, folders. */
package fr.hubee.it.world;
