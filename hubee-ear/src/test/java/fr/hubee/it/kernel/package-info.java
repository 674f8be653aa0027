/** How a request is followed: its name in the answer, the log and the SQL, and what a collector hears of it. */
package fr.hubee.it.kernel;
