/** The contract between gateways and web-apps: the header in which a gateway tells how it sees its servers. */
@NullMarked
package com.foobar.gatewayview;

import org.jspecify.annotations.NullMarked;
