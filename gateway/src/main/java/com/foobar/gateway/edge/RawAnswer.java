package com.foobar.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpResponseStatus;

/** An answer to what is not a request, so that nothing that knows requests can give it. */
final class RawAnswer {

    private RawAnswer() {}

    static ByteBuf of(ByteBufAllocator allocator, int status) {
        return ByteBufUtil.writeAscii(allocator, "HTTP/1.1 " + HttpResponseStatus.valueOf(status)
                + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }
}
