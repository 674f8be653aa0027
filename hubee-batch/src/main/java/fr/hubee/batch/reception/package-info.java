/** What arrives for services that work in the portal. */
package fr.hubee.batch.reception;
