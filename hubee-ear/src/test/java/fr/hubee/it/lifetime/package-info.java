/** Tests of purges, archiving and deletion. */
package fr.hubee.it.lifetime;
