/** The pages of the batch jobs, for the national administrator. */
package fr.hubee.portal.job;
