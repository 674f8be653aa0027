/** What every answer says to browsers: what they may run, keep and frame, and where they are sent. */
package fr.hubee.http.answer;
