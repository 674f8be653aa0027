/** The security headers of every answer: what browsers may run, cache and frame, and where they are redirected. */
package fr.hubee.http.answer;
