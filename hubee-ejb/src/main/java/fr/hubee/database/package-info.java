/** Migrates the schema to the version of this release. */
package fr.hubee.database;
