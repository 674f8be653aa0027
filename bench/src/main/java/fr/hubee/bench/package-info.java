/** What the exchange costs, beside what the same work costs without it. Nothing here says what is fast enough. */
package fr.hubee.bench;
