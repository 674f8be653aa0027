/** Work that nobody signs in for. */
package fr.hubee.batch;
