/** Work that the hub does by itself, without a user. */
package fr.hubee.batch;
