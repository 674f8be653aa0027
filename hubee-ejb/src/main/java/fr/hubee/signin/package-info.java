/**
 * How a person proves who she is: passwords and the links that set them, second factors, ProConnect, and the session
 * that follows.
 */
package fr.hubee.signin;
