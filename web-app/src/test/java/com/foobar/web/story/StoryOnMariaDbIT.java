package com.foobar.web.story;

import com.foobar.replication.pair.OnMariaDb;

@OnMariaDb
class StoryOnMariaDbIT extends StoryContract {}
