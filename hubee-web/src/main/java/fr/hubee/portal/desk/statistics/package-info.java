/** Pages of the statistics, for the administrators of operators and of the platform. */
package fr.hubee.portal.desk.statistics;
