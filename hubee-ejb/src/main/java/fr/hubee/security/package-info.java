/** Who calls, and as what. Depends on no feature. */
package fr.hubee.security;
