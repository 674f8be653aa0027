/** How values are written for people in France: dates, durations, sizes, and files for their spreadsheets. */
package fr.hubee.portal.format;
