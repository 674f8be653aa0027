/** What is purged, archived and deleted, and when. */
package fr.hubee.it.lifetime;
