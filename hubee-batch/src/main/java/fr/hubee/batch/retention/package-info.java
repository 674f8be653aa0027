/** Every night: days are counted, shortened settings looked at, files purged, cases archived, folders deleted, all of it certified. */
package fr.hubee.batch.retention;
