/** Brings the schema to the version this release needs. */
package fr.hubee.database;
